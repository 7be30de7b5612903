namespace SkOrchestrator.Embedded.Composition;

/// <summary>What kinds of sentences a tone likes, and how long its mails are. The words that mark the kinds stand in the phrase book under <c>writer.cues</c>.</summary>
/// <param name="Benefit">Weight of what the reader gains.</param>
/// <param name="Detail">Weight of instructions and measures.</param>
/// <param name="Personal">Weight of sentences that speak to the reader or of people.</param>
/// <param name="Brisk">Weight of sentences that move things along.</param>
/// <param name="Brevity">Weight of being short.</param>
/// <param name="Words">Words lifted from content.</param>
/// <param name="LeadsWithDate">Whether a dated sentence comes first.</param>
internal sealed record ToneProfile(
    double Benefit, double Detail, double Personal, double Brisk, double Brevity, int Words, bool LeadsWithDate = false)
{
    /// <summary>The tones of one segment in the order in which they choose; a later one avoids what an earlier one took.</summary>
    public static IReadOnlyList<string> Order { get; } = ["urgent", "informational", "friendly"];

    private static ToneProfile Urgent { get; } = new(0.3, 0.1, 0, 0.9, 1.2, 84, LeadsWithDate: true);

    private static ToneProfile Informational { get; } = new(0, 1.2, 0, 0, 0, 92);

    private static ToneProfile Friendly { get; } = new(0.8, -0.4, 1.1, 0, 0.2, 80);

    private static ToneProfile Neutral { get; } = new(0.4, 0.2, 0.2, 0, 0, 88);

    /// <summary>The profile of a tone; one that is not known is written like the neutral newsletter.</summary>
    public static ToneProfile For(string tone) => tone switch
    {
        "urgent" => Urgent,
        "informational" => Informational,
        "friendly" => Friendly,
        _ => Neutral,
    };
}
