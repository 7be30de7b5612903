using System.Globalization;
using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Planning;

namespace SkOrchestrator.Benchmarks;

/// <summary>
/// How often the analyser's own comparisons, corrections and monitoring are wrong, by simulation with fixed seeds: <c>calibrate</c> on the command line. The tests show
/// the same with fewer experiments, and by complete enumeration where samples are small.
/// </summary>
internal static class Calibration
{
    private const int Experiments = 20_000;
    private const int Looks = 14;
    private const double Alpha = 0.05;

    /// <summary>Prints the table.</summary>
    public static void Print(TextWriter output)
    {
        output.WriteLine("what                                                    experiments   share   Monte Carlo error   expected");
        foreach (double rate in (double[])[0.02, 0.25])
        {
            foreach (long perArm in (long[])[50, 500, 50_000])
            {
                int found = Count(Experiments, sampler => Compare(Input(sampler, [(perArm, rate, rate)], 1)).Any(IsFound));
                Row(output, FormattableString.Invariant($"A/A, {perArm} per arm, rate {rate}"), Experiments, found, rate * perArm < 5 ? "at most 5 % (Fisher)" : "5 %");
            }
        }

        int covered = Count(Experiments, sampler => Compare(Input(sampler, [(50, 0.1, 0.15)], 1)).Single(c => c.Arm == "treatment-1" && c.Segment == "all") is var c &&
            (c.RelativeLiftPercent is not { } lift || (lift.CiLow <= 50 && 50 <= lift.CiHigh)));
        Row(output, "lift interval holds the lift, 50 per arm, 0.1 and 0.15", Experiments, covered, "94 to 97 %");

        (long, double, double)[] segments = [(900, 0.06, 0.06), (500, 0.1, 0.1), (250, 0.2, 0.2), (120, 0.04, 0.04)];
        Row(output, "3 treatments, 4 segments, any over all (Holm)", Experiments, Count(Experiments, s => Compare(Input(s, segments, 3)).Any(IsFound)), "at most 5 %");
        Row(output, "3 treatments, 4 segments, any inside one (BH)", Experiments,
            Count(Experiments, s => Compare(Input(s, segments, 3)).Any(c => c is { Significant: true, Segment: not "all" })), "at most 5 %");
        Peek(output);
    }

    private static void Peek(TextWriter output)
    {
        const long perArm = 10_000;
        const double rate = 0.05;
        double[] bounds = [.. Enumerable.Range(1, Looks).Select(look => Monitor([500, 500], perArm, look, MonitoringMethod.GroupSequential).Bound!.Value)];
        int[] stopped = new int[3];
        for (int i = 0; i < Experiments; i++)
        {
            var sampler = new CountSampler(1, i);
            long[] clicks = [0, 0];
            bool[] found = new bool[3];
            for (int look = 0; look < Looks; look++)
            {
                double chance = rate / Looks / (1 - (look * rate / Looks));
                clicks = [.. clicks.Select(c => c + sampler.Binomial(perArm - c, chance))];
                MonitoredArm arm = Monitor(clicks, perArm, look + 1, MonitoringMethod.ConfidenceSequence);
                double z = Math.Abs(arm.Statistic ?? 0);
                found = [found[0] || z > 1.959963984540054, found[1] || z >= bounds[look], found[2] || arm.Crossed];
            }

            stopped = [.. stopped.Zip(found, (count, any) => count + (any ? 1 : 0))];
        }

        Row(output, "14 looks, 5 % at each of them", Experiments, stopped[0], "21.9 %, why one must not");
        Row(output, "14 looks, group-sequential bounds", Experiments, stopped[1], "5 %");
        Row(output, "14 looks, confidence sequence", Experiments, stopped[2], "at most 5 %");
    }

    private static MonitoredArm Monitor(long[] clicks, long perArm, int look, MonitoringMethod method)
    {
        DateTimeOffset close = DateTimeOffset.UnixEpoch;
        AnalysisInput input = Input([[(clicks[0], perArm), (clicks[1], perArm)]], 1);
        input = input with
        {
            Experiment = input.Experiment with { Monitoring = new(method, Looks) },
            Window = new(look == Looks ? close : close.AddHours(-1), close, look / (double)Looks),
        };
        var table = new AnalysisTable(input);
        return new MonitoringTable(input, table, new SampleRatioTable(input, table).Build())
            .Build(new ComparisonTable(input, table).Overall(whyNone: null), whyNone: null)!.Arms.Single();
    }

    private static int Count(int experiments, Func<CountSampler, bool> happens) => Enumerable.Range(0, experiments).Count(i => happens(new CountSampler(1, i)));

    private static bool IsFound(Comparison c) => c is { Significant: true, Segment: "all", Arm: not "any-treatment" };

    private static IReadOnlyList<Comparison> Compare(AnalysisInput input)
    {
        var table = new ComparisonTable(input, new AnalysisTable(input));
        return new ComparisonCorrection(CorrectionMethod.Holm, Alpha).Apply([.. table.Overall(whyNone: null), .. table.InSegments(whyNone: null)], allowed: true);
    }

    private static AnalysisInput Input(CountSampler sampler, (long PerArm, double Control, double Treatment)[] segments, int treatments) => Input(
        [.. segments.Select(s => Enumerable.Range(0, treatments + 1).Select(arm => (sampler.Binomial(s.PerArm, arm == 0 ? s.Control : s.Treatment), s.PerArm)).ToArray())],
        treatments);

    private static AnalysisInput Input((long Clicks, long Customers)[][] segments, int treatments)
    {
        ArmId[] arms = [ArmId.Control, .. Enumerable.Range(1, treatments).Select(ArmId.Treatment)];
        SegmentId[] ids = [.. Enumerable.Range(1, segments.Length).Select(SegmentId.Numbered)];
        return new AnalysisInput
        {
            Experiment = new ExperimentOptions
            {
                Id = "calibration",
                Arms = [.. arms.Skip(1).Select(arm => new TreatmentArm(arm, arm.Value))],
                Weights = new Dictionary<ArmId, double>(),
                Metrics = [Metric.ClickRate],
                Alpha = Alpha,
            },
            Source = EngagementSource.Imported,
            ArmsWereSent = true,
            AssignedHere = false,
            Design = new ExperimentDesign([.. ids.Select(id => new SegmentArms(id, [.. arms.Select(arm => new ArmShare(arm, VariantId.From($"{id}.{arm}"), 1))]))], []),
            Cells = [.. ids.SelectMany((id, s) => arms.Select((arm, a) => CellSummary.Rate(id, arm, Metric.ClickRate, segments[s][a].Clicks, segments[s][a].Customers)))],
        };
    }

    private static void Row(TextWriter output, string what, int experiments, int count, string expected)
    {
        double share = count / (double)experiments;
        double error = Math.Sqrt(Math.Max(share * (1 - share), 1.0 / experiments) / experiments);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-55} {experiments,11:N0} {share * 100,6:0.00}% {error * 100,18:0.00}%   {expected}"));
    }
}
