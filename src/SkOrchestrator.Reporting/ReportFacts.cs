using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Messages;
using SkOrchestrator.Reporting.Sections;

namespace SkOrchestrator.Reporting;

/// <summary>The input with the look-ups that sections share.</summary>
internal sealed class ReportFacts(ReportInput input)
{
    private const string AllSegments = "all";

    private readonly Dictionary<string, string> _segmentLabels = input.Segments
        .GroupBy(s => s.SegmentId.Value, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => ReportText.Line(g.First().Label), StringComparer.Ordinal);

    private readonly Dictionary<string, string> _tones = input.Variants
        .GroupBy(v => v.Arm.Value, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => ReportText.Line(g.First().Tone), StringComparer.Ordinal);

    private readonly Dictionary<(string Segment, string Arm), ArmResult> _arms = input.Analysis.Arms
        .GroupBy(a => (a.Segment, a.Arm)).ToDictionary(g => g.Key, g => g.First());

    public ReportInput Input { get; } = input;

    public ExperimentAnalysis Analysis { get; } = input.Analysis;

    /// <summary>Whether engagement was drawn from a declared table and not observed.</summary>
    public bool IsSimulated => Analysis.EngagementSource == "simulated" || Analysis.Decision.Status == "simulated";

    /// <summary>Whether all customers got the same mail, so that differences between arms are chance.</summary>
    public bool IsSameMail => !IsSimulated && Analysis.Decision.Status == "aa_check";

    /// <summary>Whether engagement was observed or drawn at all.</summary>
    public bool IsMeasured => Analysis.EngagementSource != "none";

    /// <summary>Whether the analysis holds the number of customers of each arm.</summary>
    public bool CountsAssigned => ArmIds.Any(a => Arm(AllSegments, a)?.Assigned > 0);

    /// <summary>Words that stand on every page and figure, so that no number is taken for more than it is; null = the numbers are results.</summary>
    public string? Stamp => IsSimulated ? ReportBuilder.SimulatedStamp : IsSameMail ? ReportBuilder.SameMailStamp : null;

    /// <summary>What stands before the words of a picture: the stamp as a sentence, or nothing.</summary>
    public string StampSentence => Stamp is { } stamp ? stamp + ". " : string.Empty;

    /// <summary>Puts sentences of the analysis into a reader's words.</summary>
    public ReportWords Words => new(SegmentName);

    /// <summary>The tones of the treatments, in the order of the arms, blocked ones included.</summary>
    public IReadOnlyList<string> Tones =>
        [.. _tones.Where(t => t.Key != Analysis.Control).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether anyone was assigned and counted.</summary>
    public bool HasExperiment => Analysis.Arms.Count > 0;

    public string Primary => Analysis.PrimaryMetric;

    /// <summary>The level of the intervals, such as 95%.</summary>
    public string IntervalLevel => ReportNumber.General((1 - Analysis.Alpha) * 100) + "%";

    /// <summary>Metrics in the order in which the arms carry them, the primary one first.</summary>
    public IReadOnlyList<string> Metrics =>
    [
        .. Analysis.Arms.SelectMany(a => a.Metrics.Keys).Distinct(StringComparer.Ordinal)
            .OrderBy(m => m == Primary ? -1 : Metric.All.Contains(m) ? Metric.All.ToList().IndexOf(m) : int.MaxValue),
    ];

    /// <summary>Segments of the analysis, <c>all</c> left out.</summary>
    public IReadOnlyList<string> SegmentIds =>
        [.. Analysis.Arms.Select(a => a.Segment).Where(s => s != AllSegments).Distinct(StringComparer.Ordinal)];

    /// <summary>Arms that customers were assigned to, control first.</summary>
    public IReadOnlyList<string> ArmIds =>
    [
        .. Analysis.Arms.Select(a => a.Arm).Where(a => a != ArmId.AnyTreatment.Value).Distinct(StringComparer.Ordinal)
            .OrderBy(a => a == Analysis.Control ? 0 : 1).ThenBy(a => a, StringComparer.Ordinal),
    ];

    public IReadOnlyList<string> TreatmentIds => [.. ArmIds.Where(a => a != Analysis.Control)];

    /// <summary>Approved variants, control first, then by segment and arm.</summary>
    public IReadOnlyList<MessageVariant> Approved => [.. Input.Variants.Where(v => v.Status == VariantStatus.Approved)];

    public int CountOf(VariantStatus status) => Input.Variants.Count(v => v.Status == status);

    public ArmResult? Arm(string segment, string arm) => _arms.GetValueOrDefault((segment, arm));

    public MetricSummary? Summary(string segment, string arm, string metric) => Arm(segment, arm)?.Metrics.GetValueOrDefault(metric);

    public Comparison? Comparison(string segment, string arm, string metric) =>
        Analysis.Comparisons.FirstOrDefault(c => c.Segment == segment && c.Arm == arm && c.Metric == metric);

    public PowerResult? PowerOf(string metric) => Analysis.Power.FirstOrDefault(p => p.Metric == metric);

    /// <summary>
    /// The comparison that the decision card shows: a winner's own, otherwise all treatments together, so that the largest of several
    /// noisy lifts is not picked.
    /// </summary>
    public Comparison? Headline
    {
        get
        {
            var overall = Analysis.Comparisons.Where(c => c.Segment == AllSegments && c.Metric == Primary).ToList();
            var winner = Analysis.Decision.Status != "winner" ? null : overall
                .Where(c => c.Significant && c.Arm != ArmId.AnyTreatment.Value && c.RelativeLiftPercent?.Estimate > 0)
                .MaxBy(c => c.RelativeLiftPercent!.Estimate);
            return winner ?? overall.FirstOrDefault(c => c.Arm == ArmId.AnyTreatment.Value) ?? overall.FirstOrDefault();
        }
    }

    /// <summary>The name of an arm with its tone, such as <c>treatment-1 (urgent)</c>, or with the mail that was really sent.</summary>
    public string ArmName(string arm) => arm == ArmId.AnyTreatment.Value
        ? "all treatments"
        : Content(arm) is { Length: > 0 } content ? $"{ReportText.Line(arm)} ({content})" : ReportText.Line(arm);

    private string? Content(string arm) =>
        Analysis.SentMails is { } mails ? mails.TryGetValue(arm, out var mail) ? ReportText.Line(mail) : null
        : Analysis.Decision.Status == DecisionStatus.AaCheck || arm == Analysis.Control ? null
        : _tones.GetValueOrDefault(arm);

    /// <summary>What an arm sends in a word, such as <c>urgent</c>; its id where that is not known.</summary>
    public string ArmWord(string arm) => Content(arm) is { Length: > 0 } content ? content : ReportText.Line(arm);

    /// <summary>A few letters for an arm, such as <c>T1</c>.</summary>
    public string ArmShortName(string arm) => arm switch
    {
        _ when arm == Analysis.Control => "C",
        _ when arm == ArmId.AnyTreatment.Value => "All",
        _ when arm.StartsWith("treatment-", StringComparison.Ordinal) => "T" + ReportText.Line(arm["treatment-".Length..]),
        _ => ReportText.Line(arm),
    };

    /// <summary>The label of a segment; its id where it has none.</summary>
    public string SegmentName(string segment) =>
        segment == AllSegments ? "All segments" : _segmentLabels.TryGetValue(segment, out var label) ? label : ReportText.Line(segment);

    /// <summary>A metric in words, such as <c>click rate</c>.</summary>
    public static string MetricName(string metric) => ReportText.Line(metric).Replace('_', ' ');

    /// <summary>A name at the start of a sentence or heading.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
