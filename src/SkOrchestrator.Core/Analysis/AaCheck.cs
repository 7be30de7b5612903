using SkOrchestrator.Configuration;

namespace SkOrchestrator.Analysis;

/// <summary>
/// Labels of a mail that all customers got, split by arms that were drawn afterwards. Differences and their tests are the check itself; there is no lift, no
/// chance to beat control, no power for a lift that was seen and no order of the arms.
/// </summary>
internal static class AaCheck
{
    /// <summary>Why there is no lift.</summary>
    public const string NoLift = "an A/A check has no lift: all customers got the same mail";

    /// <summary>Whether all customers got the same mail and the arms were drawn afterwards.</summary>
    public static bool Is(AnalysisInput input) =>
        input.Source is not (EngagementSource.Simulated or EngagementSource.None) && !input.ArmsWereSent;

    /// <summary>The comparisons, without a lift where the arms were never sent; what else is missing keeps its reason.</summary>
    public static IReadOnlyList<Comparison> WithoutLift(AnalysisInput input, IReadOnlyList<Comparison> comparisons) =>
        Is(input) ? [.. comparisons.Select(WithoutLift)] : comparisons;

    private static Comparison WithoutLift(Comparison c) => c with
    {
        RelativeLiftPercent = null,
        ChanceToBeatControl = null,
        NotEstimable = c is { PValue: not null, AbsoluteDifference: { CiLow: not null, CiHigh: not null } }
            ? NoLift
            : Comparisons.Reasons(c.NotEstimable, NoLift),
    };
}
