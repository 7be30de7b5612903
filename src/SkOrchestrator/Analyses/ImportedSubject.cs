using System.Globalization;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Tables;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Analyses;

/// <summary>Makes an analysis of an experiment that was carried out elsewhere.</summary>
internal static class ImportedSubject
{
    public static AnalysisSubject Of(AnalyzeRequest request, string title, ImportedExperiment experiment) => new()
    {
        Title = title,
        Subtitle = experiment.File,
        Rows = new(experiment.Rows, experiment.Used, experiment.Rejected),
        InputLines =
        [
            string.Create(CultureInfo.InvariantCulture, $"{experiment.File}: {experiment.Rows:N0} rows, {experiment.Used:N0} used, {experiment.Rejected:N0} rejected."),
            $"Arms: {string.Join(", ", experiment.Arms.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Arm} {a.Customers:N0}")))}; control is {experiment.Control}.",
        ],
        Diagnostics = experiment.Diagnostics,
        Input = new()
        {
            Experiment = new()
            {
                Id = experiment.File,
                Arms = [],
                Weights = experiment.Weights,
                Primary = Primary(request.Primary, experiment.Metrics),
                Metrics = experiment.Metrics,
                Alpha = request.Alpha,
                Correction = request.Correction,
                Engagement = EngagementSource.Imported,
                SmallestEffectPercent = request.SmallestEffectPercent,
                Caps = request.Caps,
            },
            Source = EngagementSource.Imported,
            ArmsWereSent = true,
            AssignedHere = false,
            Control = experiment.Control,
            Design = experiment.Design,
            Cells = experiment.Cells,
            NumericMetrics = experiment.NumericMetrics,
            StratifiedBy = experiment.StratifiedBy,
            Breakdowns = experiment.Breakdowns,
            Covariates = experiment.Covariates,
            Notes = experiment.Notes,
        },
    };

    private static string Primary(string? wanted, IReadOnlyList<string> metrics) =>
        wanted is null ? metrics[0]
        : metrics.Contains(wanted) ? wanted
        : throw new UsageException(
            "CLI002", $"--primary names {wanted}, which is not among the metrics of this analysis", $"give --primary one of {string.Join(", ", metrics)}");
}
