using SkOrchestrator.Configuration;
using SkOrchestrator.Messages;

namespace SkOrchestrator.Safety;

/// <summary>
/// The binding safety decision. It screens every text of a variant with the classifier and applies the policy. It denies by default: whatever is missing,
/// late, out of range or not understood blocks, and a block is final.
/// </summary>
public sealed class SafetyGate
{
    private readonly ISafetyClassifier _classifier;
    private readonly SeverityPolicy _policy;
    private readonly IReadOnlyList<string> _blocklist;
    private readonly BrandOptions _brand;
    private readonly TimeProvider _time;

    /// <summary>Makes a gate.</summary>
    /// <param name="classifier">Measures the severities.</param>
    /// <param name="thresholds">The policy; a threshold outside 0–7 is refused, because it would switch a category off.</param>
    /// <param name="brand">The brand, for the text as its reader gets it.</param>
    /// <param name="time">The clock of the verdicts.</param>
    public SafetyGate(ISafetyClassifier classifier, SafetyThresholds thresholds, BrandOptions brand, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(thresholds);
        ArgumentNullException.ThrowIfNull(brand);
        ArgumentNullException.ThrowIfNull(time);
        (_classifier, _brand, _time) = (classifier, brand, time);
        _policy = new SeverityPolicy(thresholds);
        _blocklist = thresholds.Blocklist;
    }

    /// <summary>Screens a variant and decides. Only a cancellation of <paramref name="cancellationToken"/> ends without a verdict.</summary>
    /// <param name="variant">A written variant: a failed one has no text and is not screened, a blocked one is not screened again.</param>
    /// <param name="cancellationToken">Cancels the screening.</param>
    /// <exception cref="ArgumentException">The variant was blocked before, its last draft was not accepted, or it has no subject or body.</exception>
    public async Task<SafetyDecision> ScreenAsync(MessageVariant variant, CancellationToken cancellationToken)
    {
        ThrowIfNotWritten(variant);
        var finding = await JudgeAsync(variant, cancellationToken).ConfigureAwait(false);
        var verdict = new SafetyVerdict
        {
            VariantId = variant.VariantId,
            IsAllowed = finding.IsAllowed,
            NeedsReview = finding.NeedsReview,
            Category = finding.Category,
            Severity = finding.Severity,
            Severities = finding.Severities,
            Threshold = finding.Threshold,
            Screen = finding.Screen ?? _classifier.Name,
            Reason = finding.Reason,
            ContentSha256 = Fingerprint(variant) ?? string.Empty,
            At = _time.GetUtcNow(),
        };
        var approved = verdict.IsAllowed ? new ApprovedVariant(variant with { Status = VariantStatus.Approved }, verdict) : null;
        return new SafetyDecision(verdict, approved);
    }

    private static void ThrowIfNotWritten(MessageVariant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        if (variant.Status == VariantStatus.Blocked)
        {
            throw new ArgumentException("A block is final: a blocked variant is not screened again.", nameof(variant));
        }

        if (variant.Attempts is [.., { Outcome: not "accepted" }])
        {
            throw new ArgumentException("The last draft of the variant was not accepted.", nameof(variant));
        }

        if (string.IsNullOrWhiteSpace(variant.Subject) || string.IsNullOrWhiteSpace(variant.Body))
        {
            throw new ArgumentException("A variant without subject or body was not written.", nameof(variant));
        }
    }

    private async Task<SafetyFinding> JudgeAsync(MessageVariant variant, CancellationToken cancellationToken)
    {
        if (Fingerprint(variant) is not { } hash)
        {
            return SafetyFinding.NotScreened("the text is not valid Unicode");
        }

        if (hash != variant.ContentSha256)
        {
            return SafetyFinding.NotScreened("the content is not the one its hash stands for");
        }

        try
        {
            var request = new ScreeningRequest(variant.VariantId, Texts(variant), _blocklist);
            var result = await _classifier.ScreenAsync(request, cancellationToken).ConfigureAwait(false);
            return _policy.Judge(result, BlocklistMatcher.Match(_blocklist, request.Texts));
        }
        catch (Exception error)
        {
            // the classifier's own timeout is a cancellation too, and no answer; only the caller's ends the screening
            cancellationToken.ThrowIfCancellationRequested();
            return SafetyFinding.NotScreened($"the screening failed with {error.GetType().Name}");
        }
    }

    private List<ScreenedText> Texts(MessageVariant variant)
    {
        var asRead = $"{variant.Subject}\n\n{variant.Preheader}\n\n{ReaderText.Compose(variant, _brand)}";
        List<ScreenedText> texts =
        [
            new("subject", variant.Subject),
            new("preheader", variant.Preheader),
            new("body", variant.Body),
            new("all", $"{variant.Subject}\n\n{variant.Preheader}\n\n{variant.Body}"),
            new("as_read", asRead),
        ];
        texts.RemoveAll(t => string.IsNullOrWhiteSpace(t.Text));
        return texts;
    }

    private static string? Fingerprint(MessageVariant variant)
    {
        try
        {
            return ContentHash.Of(variant.Subject, variant.Preheader, variant.Body);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
