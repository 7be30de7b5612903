using System.Globalization;
using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Reporting.Sections;

namespace SkOrchestrator.Reporting;

/// <summary>The input with the look-ups that sections share.</summary>
internal sealed class ReportFacts
{
    private const string AllSegments = "all", NoCorrection = "none", AllTreatments = "all treatments";

    /// <summary>How a rule begins that forbids a verdict from the primary metric.</summary>
    private const string NoVerdict = "There is no verdict";

    private readonly Dictionary<string, string> _segmentLabels;
    private readonly Dictionary<string, string> _tones;
    private readonly Dictionary<(string Segment, string Arm), ArmResult> _arms;

    /// <summary>The facts of a run.</summary>
    public ReportFacts(ReportInput input)
        : this(
            input.Analysis,
            input.Segments.Select(s => (s.SegmentId.Value, s.Label)),
            input.Variants.Select(v => (v.Arm.Value, v.Tone)))
    {
        (Campaign, Warnings, Windows) = (input, input.Warnings, input.Windows);
    }

    /// <summary>The facts of an analysis without a run.</summary>
    public ReportFacts(AnalysisReportInput input)
        : this(input.Analysis, input.SegmentLabels.Select(s => (s.Key, s.Value)), input.ArmNames.Select(a => (a.Key, a.Value)))
    {
        (Source, Warnings, Windows) = (input, input.Warnings, input.Windows);
    }

    private ReportFacts(ExperimentAnalysis analysis, IEnumerable<(string Id, string Label)> segments, IEnumerable<(string Arm, string Tone)> tones)
    {
        Analysis = analysis;
        _segmentLabels = segments.GroupBy(s => s.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => ReportText.Line(g.First().Label), StringComparer.Ordinal);
        _tones = tones.GroupBy(t => t.Arm, StringComparer.Ordinal).ToDictionary(g => g.Key, g => ReportText.Line(g.First().Tone), StringComparer.Ordinal);
        _arms = analysis.Arms.GroupBy(a => (a.Segment, a.Arm)).ToDictionary(g => g.Key, g => g.First());
        Breakdowns = ReportBreakdown.Of(
            [.. analysis.Arms.Select(a => a.Segment).Where(s => s != AllSegments).Distinct(StringComparer.Ordinal)],
            analysis.Heterogeneity.Select(h => h.By));
        Words = new ReportWords(SegmentName, analysis.Arms.SelectMany(a => a.Metrics.Keys).Concat(analysis.Comparisons.Select(c => c.Metric)));
    }

    /// <summary>The run, with its messages, audience and safety; null for an analysis without one.</summary>
    public ReportInput? Campaign { get; }

    /// <summary>What an analysis without a run read; null for a run.</summary>
    public AnalysisReportInput? Source { get; }

    /// <summary>Warnings for people.</summary>
    public IReadOnlyList<string> Warnings { get; } = [];

    /// <summary>How long after sending an event counts, by metric.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Windows { get; } = new Dictionary<string, TimeSpan>();

    public ExperimentAnalysis Analysis { get; }

    /// <summary>Whether engagement was drawn from a declared table and not observed.</summary>
    public bool IsSimulated => Analysis.EngagementSource == "simulated" || Analysis.Decision.Status == "simulated";

    /// <summary>Whether all customers got the same mail, so that differences between arms are chance.</summary>
    public bool IsSameMail => !IsSimulated && Analysis.Decision.Status == "aa_check";

    /// <summary>Whether engagement was observed or drawn at all.</summary>
    public bool IsMeasured => Analysis.EngagementSource != "none";

    /// <summary>Whether the analysis holds the number of customers of each arm.</summary>
    public bool CountsAssigned => ArmIds.Any(a => Arm(AllSegments, a)?.Assigned > 0);

    /// <summary>Treatments that are shown to be worse than control on the primary metric, the worst first; empty where no verdict may be drawn.</summary>
    public IReadOnlyList<Comparison> Worse =>
    [
        .. (MayBeJudged ? Analysis.Comparisons : [])
            .Where(c => c is { Segment: AllSegments, Significant: true, AbsoluteDifference.CiHigh: < 0 } && c.Metric == Primary && c.Arm != ArmId.AnyTreatment.Value)
            .OrderBy(c => c.AbsoluteDifference!.Estimate),
    ];

    /// <summary>Whether being worse is what the analysis found: a treatment is, and none is better.</summary>
    public bool IsWorse => Analysis.Decision.Status is DecisionStatus.Inconclusive or DecisionStatus.NotEnoughData && Worse.Count > 0;

    /// <summary>Whether a difference was shown, so that the sample was large enough for it, whatever it is for others.</summary>
    public bool IsSettled => IsWorse || (!IsSimulated && Analysis.Decision.Status is DecisionStatus.Winner or DecisionStatus.Equivalent);

    /// <summary>How many treatments are compared on the primary metric over all segments.</summary>
    public int Family => Analysis.Comparisons.Count(c => c.Segment == AllSegments && c.Arm != ArmId.AnyTreatment.Value && c.Metric == Primary);

    /// <summary>Whether p-values over all segments are corrected for several treatments.</summary>
    public bool IsCorrected => Family > 1 && Analysis.Correction != NoCorrection;

    /// <summary>Whether the status lets treatments be judged, and the primary metric is one that a verdict may rest on.</summary>
    private bool MayBeJudged => MayBeRead && !IsOpen && Analysis.Decision.Status is DecisionStatus.Winner or DecisionStatus.Inconclusive or DecisionStatus.NotEnoughData or DecisionStatus.StopForHarm &&
        !Analysis.Decision.Rules.Any(r => r.StartsWith(NoVerdict, StringComparison.Ordinal));

    /// <summary>Whether comparisons may be read at all: not where the split is broken.</summary>
    public bool MayBeRead => Analysis.Decision.Status != DecisionStatus.Unhealthy && !Analysis.SampleRatio.Mismatch;

    /// <summary>Words that stand on every page and figure, so that no number is taken for more than it is; null = the numbers are results.</summary>
    public string? Stamp => IsSimulated ? ReportBuilder.SimulatedStamp : IsSameMail ? ReportBuilder.SameMailStamp : null;

    /// <summary>What stands before the words of a picture: the stamp as a sentence, or nothing.</summary>
    public string StampSentence => Stamp is { } stamp ? stamp + ". " : string.Empty;

    /// <summary>Puts sentences of the analysis into a reader's words.</summary>
    public ReportWords Words { get; }

    /// <summary>The tones of the treatments, in the order of the arms, blocked ones included.</summary>
    public IReadOnlyList<string> Tones =>
        [.. _tones.Where(t => t.Key != Analysis.Control).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether anyone was assigned and counted.</summary>
    public bool HasExperiment => Analysis.Arms.Count > 0;

    public string Primary => Analysis.PrimaryMetric;

    /// <summary>The level of the intervals, such as 95%.</summary>
    public string IntervalLevel => ReportNumber.Level(1 - Analysis.Alpha);

    /// <summary>Metrics in the order in which the arms carry them, the primary one first.</summary>
    public IReadOnlyList<string> Metrics =>
    [
        .. Analysis.Arms.SelectMany(a => a.Metrics.Keys).Distinct(StringComparer.Ordinal)
            .OrderBy(m => m == Primary ? -1 : Metric.All.Contains(m) ? Metric.All.ToList().IndexOf(m) : int.MaxValue),
    ];

    /// <summary>Segments by the column that makes them.</summary>
    public IReadOnlyList<ReportBreakdown> Breakdowns { get; }

    /// <summary>Segments of the analysis, <c>all</c> left out.</summary>
    public IReadOnlyList<string> SegmentIds => [.. Breakdowns.SelectMany(b => b.Segments)];

    /// <summary>Customers in the experiment.</summary>
    public long Customers => Campaign?.Run.Funnel.Assigned ?? ArmIds.Sum(a => AssignedTo(AllSegments, a));

    /// <summary>Whether a window of the primary metric is still open, so that no p-value of a fixed end may be acted on.</summary>
    public bool IsOpen => Analysis.Window is { IsOpen: true };

    /// <summary>Arms that customers were assigned to, control first.</summary>
    public IReadOnlyList<string> ArmIds =>
    [
        .. Analysis.Arms.Select(a => a.Arm).Where(a => a != ArmId.AnyTreatment.Value).Distinct(StringComparer.Ordinal)
            .OrderBy(a => a == Analysis.Control ? 0 : 1).ThenBy(a => a, StringComparer.Ordinal),
    ];

    /// <summary>What is compared with control: the treatments, and all of them together where there are several.</summary>
    public IReadOnlyList<string> Compared => TreatmentIds.Count == 1 ? TreatmentIds : [.. TreatmentIds, ArmId.AnyTreatment.Value];

    public IReadOnlyList<string> TreatmentIds => [.. ArmIds.Where(a => a != Analysis.Control)];

    /// <summary>Customers of an arm; the largest denominator where only counts are known.</summary>
    public long AssignedTo(string segment, string arm) => Arm(segment, arm) is not { } result ? 0
        : result.Assigned > 0 ? result.Assigned
        : result.Metrics.Values.Max(m => m.Trials ?? m.N) ?? 0;

    public ArmResult? Arm(string segment, string arm) => _arms.GetValueOrDefault((segment, arm));

    public MetricSummary? Summary(string segment, string arm, string metric) => Arm(segment, arm)?.Metrics.GetValueOrDefault(metric);

    public Comparison? Comparison(string segment, string arm, string metric) =>
        Analysis.Comparisons.FirstOrDefault(c => c.Segment == segment && c.Arm == arm && c.Metric == metric);

    /// <summary>Whether a metric is an amount per customer and not a rate.</summary>
    public bool IsNumeric(string metric) =>
        Analysis.Arms.Select(a => a.Metrics.GetValueOrDefault(metric)).FirstOrDefault(m => m is not null) is { } summary
            ? summary is { N: not null, Trials: null }
            : Metric.IsNumeric(metric);

    /// <summary>How differences of a metric are written: amounts of numbers, percentage points of rates, as exact as the interval needs.</summary>
    public Func<double?, string> Difference(string metric, Interval? interval) => IsNumeric(metric)
        ? ReportNumber.SignedAmountOf(interval?.Estimate, interval?.CiLow, interval?.CiHigh)
        : ReportNumber.PointsOf(interval?.Estimate, interval?.CiLow, interval?.CiHigh);

    /// <summary>A difference with its interval for a table.</summary>
    public string DifferenceText(string metric, Interval? interval) =>
        ReportNumber.WithInterval(interval?.Estimate, interval?.CiLow, interval?.CiHigh, Difference(metric, interval));

    public PowerResult? PowerOf(string metric) => Analysis.Power.FirstOrDefault(p => p.Metric == metric);

    /// <summary>
    /// The comparison that the decision card shows: a winner's own, or that of the treatment that is worse than control; otherwise all treatments together, so that the largest of several
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
            var worst = IsWorse ? Worse[0] : null;
            return winner ?? worst ?? overall.FirstOrDefault(c => c.Arm == ArmId.AnyTreatment.Value) ?? overall.FirstOrDefault();
        }
    }

    /// <summary>The name of an arm with its tone, such as <c>treatment-1 (urgent)</c>, or with the mail that was really sent.</summary>
    public string ArmName(string arm) => arm == ArmId.AnyTreatment.Value
        ? TreatmentIds is [var one] ? ArmName(one) : AllTreatments
        : Content(arm) is { Length: > 0 } content ? $"{ReportText.Line(arm)} ({content})"
        : arm == Analysis.Control && arm != ArmId.Control.Value ? $"{ReportText.Name(arm, "C")} (control)"
        : IsLikeAll(ReportText.Line(arm)) ? $"{ReportText.Line(arm)} ({ArmShortName(arm)})"
        : ReportText.Name(arm, ArmShortName(arm));

    /// <summary>Whether an arm is named as all of them together are.</summary>
    private static bool IsLikeAll(string arm) => arm.Equals("all", StringComparison.OrdinalIgnoreCase) || arm.Equals(AllTreatments, StringComparison.OrdinalIgnoreCase);

    private string? Content(string arm) =>
        Analysis.SentMails is { } mails ? mails.TryGetValue(arm, out var mail) ? ReportText.Line(mail) : null
        : Analysis.Decision.Status == DecisionStatus.AaCheck || arm == Analysis.Control ? null
        : _tones.GetValueOrDefault(arm);

    /// <summary>What an arm sends in a word, such as <c>urgent</c>; its id where that is not known.</summary>
    public string ArmWord(string arm) => Content(arm) is { Length: > 0 } content ? content : ReportText.Line(arm);

    /// <summary>A few letters for an arm, such as <c>T1</c>: its number, or its place among the treatments where it has a name of its own.</summary>
    public string ArmShortName(string arm) => arm switch
    {
        _ when arm == Analysis.Control => "C",
        _ when arm == ArmId.AnyTreatment.Value => "All",
        _ when arm.StartsWith("treatment-", StringComparison.Ordinal) && arm.Length <= "treatment-".Length + 2 => "T" + ReportText.Line(arm["treatment-".Length..]),
        _ => string.Create(CultureInfo.InvariantCulture, $"T{TreatmentIds.ToList().IndexOf(arm) + 1}"),
    };

    /// <summary>The label of a segment; its id where it has none.</summary>
    public string SegmentName(string segment) => segment == AllSegments
        ? Breakdowns.Count > 0 ? "All segments" : "All customers"
        : _segmentLabels.TryGetValue(segment, out var label) ? label
        : ReportText.Name(segment, string.Create(CultureInfo.InvariantCulture, $"#{SegmentIds.ToList().IndexOf(segment) + 1}"));

    /// <summary>A metric in words, such as <c>click rate</c>.</summary>
    public static string MetricName(string metric) => ReportText.Line(metric).Replace('_', ' ');

    /// <summary>A metric at the start of a sentence or heading; a name from a file stays as it is.</summary>
    public static string MetricHeading(string metric) => Metric.All.Contains(metric) || Metric.Guardrails.Contains(metric) ? Capital(MetricName(metric)) : MetricName(metric);

    /// <summary>A sentence of the analysis in a reader's words, with a capital unless it starts with a name from a file.</summary>
    public string Sentence(string? text)
    {
        var line = Words.Line(text);
        return ArmIds.Concat(SegmentIds).Select(n => ReportText.Line(n)).Concat(Metrics.Where(m => MetricHeading(m) == MetricName(m)).Select(MetricName))
            .Any(name => name.Length > 0 && line.StartsWith(name, StringComparison.Ordinal)) ? line : Capital(line);
    }

    /// <summary>Words of the report at the start of a sentence or heading.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
