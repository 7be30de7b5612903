namespace SkOrchestrator.Statistics;

/// <summary>All kernels of a kind, so that a law is checked for every one of them.</summary>
internal static class Kernels
{
    private const double Confidence = 0.95;

    public static IReadOnlyDictionary<string, Func<Proportion, Estimated<Bounds>>> RateIntervals { get; } = new Dictionary<string, Func<Proportion, Estimated<Bounds>>>
    {
        ["Wilson"] = arm => WilsonInterval.Of(arm, Confidence),
        ["Wilson corrected"] = arm => CorrectedWilsonInterval.Of(arm, Confidence),
        ["Clopper–Pearson"] = arm => ClopperPearsonInterval.Of(arm, Confidence),
        ["Jeffreys"] = arm => JeffreysInterval.Of(arm, Confidence),
        ["Agresti–Coull"] = arm => AgrestiCoullInterval.Of(arm, Confidence),
        ["Wald"] = arm => WaldInterval.Rate(arm, Confidence),
    };

    public static IReadOnlyDictionary<string, Func<Stratum, Estimated<Bounds>>> DifferenceIntervals { get; } = new Dictionary<string, Func<Stratum, Estimated<Bounds>>>
    {
        ["Newcombe"] = arms => NewcombeInterval.Of(arms, Confidence),
        ["Newcombe corrected"] = arms => CorrectedNewcombeInterval.Of(arms, Confidence),
        ["Miettinen–Nurminen"] = arms => MiettinenNurminenInterval.Of(arms, Confidence),
        ["Agresti–Caffo"] = arms => AgrestiCaffoInterval.Of(arms, Confidence),
        ["Wald"] = arms => WaldInterval.Difference(arms, Confidence),
        ["Sato"] = arms => Interval(MantelHaenszel.Difference([arms], Confidence)),
        ["Greenland–Robins"] = arms => Interval(GreenlandRobinsDifference.Of([arms], Confidence)),
    };

    public static IReadOnlyDictionary<string, Func<Stratum, Estimated<Bounds>>> RatioIntervals { get; } = new Dictionary<string, Func<Stratum, Estimated<Bounds>>>
    {
        ["Koopman"] = arms => KoopmanInterval.Of(arms, Confidence),
        ["Miettinen–Nurminen"] = arms => MiettinenNurminenRatioInterval.Of(arms, Confidence),
        ["Katz"] = arms => Interval(KatzInterval.Of(arms, Confidence)),
        ["Walter"] = arms => Interval(WalterInterval.Of(arms, Confidence)),
        ["Woolf"] = arms => Interval(WoolfInterval.Of(arms, Confidence)),
        ["Gart"] = arms => Interval(GartInterval.Of(arms, Confidence)),
        ["Mantel–Haenszel"] = arms => Interval(MantelHaenszel.Ratio([arms], Confidence)),
        ["Mantel–Haenszel odds"] = arms => Interval(MantelHaenszel.OddsRatio([arms], Confidence)),
    };

    public static IReadOnlyDictionary<string, Func<Stratum, Estimated<TestResult>>> Tests { get; } = new Dictionary<string, Func<Stratum, Estimated<TestResult>>>
    {
        ["z"] = TwoProportionTest.Z,
        ["chi-square"] = TwoProportionTest.ChiSquare,
        ["Yates"] = YatesTest.Of,
        ["G"] = arms => LikelihoodRatioTest.Of([arms.Control, arms.Treatment]),
        ["unpooled"] = UnpooledTest.Of,
        ["Fisher"] = FisherExactTest.TwoSided,
        ["Fisher mid-p"] = FisherExactTest.TwoSidedMid,
        ["Cochran–Mantel–Haenszel"] = arms => CochranMantelHaenszel.Test([arms]),
        ["Cochran–Mantel–Haenszel corrected"] = arms => CochranMantelHaenszel.Corrected([arms]),
        ["omnibus"] = arms => OmnibusTest.ChiSquare([arms.Control, arms.Treatment]),
        ["Freeman–Halton"] = arms => FreemanHaltonTest.Of([arms.Control, arms.Treatment]),
        ["Breslow–Day"] = arms => BreslowDayTest.Tarone([arms, new(arms.Treatment, arms.Control)]),
        ["Woolf"] = arms => WoolfHomogeneityTest.Of([arms, new(arms.Treatment, arms.Control)]),
        ["Cochran Q"] = arms => CochranQTest.OfDifferences([arms, new(arms.Treatment, arms.Control)]),
    };

    private static Estimated<Bounds> Interval(Estimated<EffectEstimate> effect) =>
        effect.OrNull()?.Interval is Bounds bounds ? bounds : new NotEstimable(effect.WhyNot ?? "no interval");
}
