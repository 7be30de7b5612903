using System.Globalization;
using SkOrchestrator.Analysis;
using SkOrchestrator.Campaign;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data;
using SkOrchestrator.Data.Events;
using SkOrchestrator.Data.Events.Orders;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Analyses;

/// <summary>A finished run with the event files and orders of its real engagement. The settings are those of the run, or of its locked plan.</summary>
internal sealed class RunSource(AnalyzeRequest request, TimeProvider clock) : IAnalysisSource
{
    private readonly string _run = request.Run!;

    public string TakeOutput() => FinishedCampaign.TakeNextAnalysis(_run);

    public AnalysisSubject Read()
    {
        PlannedAnalysis.RequireNumericCaps(request);
        var record = RunRecord.Read(_run);
        var settings = record.Settings;
        var experiment = PlannedAnalysis.Options(settings.Experiment with { Engagement = EngagementSource.Imported }, record.Plan, request);
        PlannedAnalysis.RequirePrimary(experiment);
        var engagement = RunEngagement.Open(_run, AddressKey.OfRun(settings.AddressKey, settings.Brand));
        try
        {
            var events = engagement.ImportEvents(request.Events, new EventRules { UnsubscribeUrl = settings.UnsubscribeUrl });
            var orders = request.Orders is { } file ? engagement.ImportOrders(file) : null;
            var asOf = request.AsOf ?? Later(clock.GetUtcNow(), engagement.LastEvent);
            return Subject(record, experiment, engagement, events, orders, asOf);
        }
        catch
        {
            engagement.Dispose();
            throw;
        }
    }

    private AnalysisSubject Subject(
        RunRecord record, ExperimentOptions experiment, RunEngagement engagement, EventImport events, OrderImport? orders, DateTimeOffset asOf)
    {
        var settings = record.Settings;
        var notObserved = engagement.NotObserved([.. experiment.Metrics, .. Metric.Guardrails]);
        List<string> metrics = [.. experiment.Metrics, .. Metric.Guardrails.Where(g => !notObserved.ContainsKey(g))];
        var observed = experiment.Metrics.Where(m => !notObserved.ContainsKey(m)).ToList();
        var cells = engagement.Summarise(metrics, experiment.Windows, asOf, experiment.Caps);
        var ratios = observed.Contains(Metric.OpenRate) && observed.Contains(Metric.ClickRate) ? new[] { RatioMetric.ClickToOpen } : [];
        return new()
        {
            Title = "Analysis of a campaign",
            Subtitle = string.Create(CultureInfo.InvariantCulture, $"run {engagement.RunId}, events up to {asOf.UtcDateTime:yyyy-MM-dd HH:mm} UTC"),
            Rows = new(events.Total.Records, events.Total.Matched, events.Total.Unusable + (orders?.Rejected ?? 0)),
            InputLines = EventSentences.Of(events, orders),
            Warnings = [.. EventSentences.Warnings(events, orders), .. engagement.Coverage(experiment.Windows, asOf).Sentences, .. Ahead(asOf)],
            EventFiles = EventSentences.Files(events),
            SegmentLabels = FinishedCampaign.SegmentLabels(_run),
            ArmNames = experiment.Arms.ToDictionary(a => a.Id.Value, a => a.Tone),
            Windows = experiment.Windows,
            Engagement = engagement,
            Input = new()
            {
                Experiment = experiment,
                Source = events.Total.Simulated > 0 ? EngagementSource.Simulated : EngagementSource.Imported,
                ArmsWereSent = true,
                AssignedHere = settings.AssignedHere,
                Design = engagement.Design,
                NotObserved = notObserved.Where(n => experiment.Metrics.Contains(n.Key)).ToDictionary(n => n.Key, n => n.Value),
                Cells = cells,
                HoldoutCells = settings.Experiment.HoldoutShare > 0 ? engagement.SummariseHoldout(experiment.Windows, asOf) : [],
                FeatureTable = engagement.Features(settings.Columns, observed, settings.MinimumGroup),
                Covariates = engagement.Covariates(Baselines(settings, observed)),
                Ratios = ratios,
                RatioCells = [.. ratios.SelectMany(engagement.RatioCells)],
                Stages = engagement.Stages(asOf),
                Window = engagement.Window(WindowOf(experiment), asOf),
                Plan = PlannedAnalysis.Review(record.Plan, experiment, record.Deviations),
                Variants = FinishedCampaign.ApprovedVariants(_run),
                Notes = EventSentences.Problems(events, orders),
            },
        };
    }

    private static Dictionary<string, string> Baselines(RunSettings settings, List<string> metrics) => settings.Columns
        .Where(c => c.Role == ColumnRole.Baseline && c.Metric is not null && metrics.Contains(c.Metric))
        .GroupBy(c => c.Metric!).ToDictionary(g => g.Key, g => g.First().Column);

    private static TimeSpan WindowOf(ExperimentOptions experiment) =>
        experiment.Windows.TryGetValue(experiment.Primary, out var window) ? window : TimeSpan.FromDays(14);

    /// <summary>An analysis as of a moment that has not come yet must not pass for one that waited.</summary>
    private IEnumerable<string> Ahead(DateTimeOffset asOf) => request.AsOf is null && asOf > clock.GetUtcNow()
        ? [string.Create(CultureInfo.InvariantCulture, $"The last event lies in the future of this computer's clock: everything is judged as of {asOf.UtcDateTime:yyyy-MM-dd HH:mm} UTC. Name another moment with --as-of if that is wrong.")]
        : [];

    private static DateTimeOffset Later(DateTimeOffset now, DateTimeOffset? lastEvent) => lastEvent > now ? lastEvent.Value : now;
}
