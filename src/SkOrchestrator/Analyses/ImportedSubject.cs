using System.Globalization;
using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Tables;
using SkOrchestrator.Identity;
using SkOrchestrator.Planning;

namespace SkOrchestrator.Analyses;

/// <summary>Makes an analysis of an experiment that was carried out elsewhere.</summary>
internal static class ImportedSubject
{
    public static AnalysisSubject Of(AnalyzeRequest request, PlanLock? plan, DateTimeOffset now, string title, ImportedExperiment experiment)
    {
        var options = PlannedAnalysis.Options(Declared(experiment), plan, request);
        PlannedAnalysis.RequirePrimary(options, isPlanned: plan is not null && request.Primary is null);
        return Of(title, experiment, options, PlanOf(plan, options, experiment, request), PlannedAnalysis.Window(plan, request.AsOf, now));
    }

    private static AnalysisSubject Of(string title, ImportedExperiment experiment, ExperimentOptions options, PlanReview? plan, ObservationWindow? window) => new()
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
            Experiment = options,
            Plan = plan,
            Window = window,
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

    private static ExperimentOptions Declared(ImportedExperiment experiment) => new()
    {
        Id = experiment.File,
        Arms = [],
        Weights = experiment.Weights,
        Primary = experiment.Metrics[0],
        Metrics = experiment.Metrics,
        Engagement = EngagementSource.Imported,
    };

    /// <summary>A table can be held against a plan only in what is chosen for it here: it has no windows, tones or seed of its own.</summary>
    private static PlanReview? PlanOf(PlanLock? plan, ExperimentOptions options, ImportedExperiment experiment, AnalyzeRequest request) => plan is null ? null : PlanReviewer.Review(plan, new PlanChoices
    {
        Primary = options.Primary,
        Alpha = options.Alpha,
        Correction = options.Correction,
        SmallestEffectPercent = options.SmallestEffectPercent,
        Caps = options.Caps,
        Weights = request.Weights.Count > 0 ? experiment.Weights.ToDictionary(w => w.Key == experiment.Control ? ArmId.Control : w.Key, w => w.Value) : null,
        Treatments = [.. experiment.Arms.Where(a => a.Arm != experiment.Control).Select(a => a.Arm.Value)],
        Customers = experiment.Arms.Sum(a => a.Customers),
    });
}
