using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Planning;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Analyses;

/// <summary>Makes an analysis follow a locked plan, except where the command line asks otherwise; each exception is a deviation.</summary>
internal static class PlannedAnalysis
{
    /// <summary>The options of the analysis: the experiment's, then the plan's, then those of the command line.</summary>
    public static ExperimentOptions Options(ExperimentOptions experiment, PlanLock? plan, AnalyzeRequest request)
    {
        var planned = plan is null ? experiment : experiment with
        {
            Primary = plan.Primary,
            Alpha = plan.Alpha,
            Correction = plan.Correction switch { "bh" => CorrectionMethod.BenjaminiHochberg, "none" => CorrectionMethod.None, _ => CorrectionMethod.Holm },
            Windows = experiment.Windows.Keys.Union(plan.WindowDays.Keys)
                .ToDictionary(m => m, m => plan.WindowDays.TryGetValue(m, out var days) ? TimeSpan.FromDays(days) : experiment.Windows[m]),
            Guardrails = plan.Guardrails,
            ComplaintStop = plan.ComplaintStop,
            SmallestEffectPercent = plan.SmallestEffectPercent,
            Monitoring = new(Method(plan.Monitoring.Method), plan.Monitoring.Looks),
            Caps = plan.Caps,
        };
        return planned with
        {
            Primary = request.Primary ?? planned.Primary,
            Alpha = request.Alpha ?? planned.Alpha,
            Correction = request.Correction ?? planned.Correction,
            SmallestEffectPercent = request.SmallestEffectPercent ?? planned.SmallestEffectPercent,
            Caps = request.Caps.Count > 0 ? request.Caps : planned.Caps,
        };
    }

    /// <summary>How the analysis keeps to the plan; null without one.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">The options of the analysis.</param>
    /// <param name="earlier">Deviations of the run itself.</param>
    public static PlanReview? Review(PlanLock? plan, ExperimentOptions options, IReadOnlyList<string> earlier)
    {
        if (plan is null)
        {
            return null;
        }

        var review = PlanReviewer.Review(plan, PlanChoices.Of(options));
        return review with { Deviations = [.. review.Deviations.Union(earlier)] };
    }

    /// <summary>The caps of a table's numeric metrics: those of the command line, else the plan's.</summary>
    public static IReadOnlyDictionary<string, double> CapsOfTable(AnalyzeRequest request) => request.Caps.Count > 0 || request.Plan is not { } file
        ? request.Caps
        : PlanLockFile.Read(file).Caps.Where(c => request.NumericMetrics.Contains(c.Key)).ToDictionary(c => c.Key, c => c.Value);

    /// <summary>Sees that the verdict rests on something that is analysed.</summary>
    /// <param name="options">The options of the analysis.</param>
    /// <param name="isPlanned">Whether the plan chose the metric.</param>
    /// <exception cref="UsageException">The primary metric is none of the metrics.</exception>
    public static void RequirePrimary(ExperimentOptions options, bool isPlanned = false)
    {
        if (options.Metrics.Contains(options.Primary))
        {
            return;
        }

        var known = string.Join(", ", options.Metrics);
        throw isPlanned
            ? new UsageException(
                "CLI002",
                $"the primary metric of the locked plan is {options.Primary}, which is not among the metrics of this analysis",
                $"add {options.Primary} to the file and the metrics; or give --primary one of {known}, which deviates from the plan")
            : new UsageException("CLI002", $"the primary metric is {options.Primary}, which is not among the metrics of this analysis", $"give --primary one of {known}");
    }

    /// <summary>Sees that caps are of numbers that a run has.</summary>
    /// <exception cref="UsageException">A cap is of something else.</exception>
    public static void RequireNumericCaps(AnalyzeRequest request)
    {
        if (request.Caps.Keys.FirstOrDefault(m => !Metric.IsNumeric(m)) is { } other)
        {
            throw new UsageException("CLI002", $"--cap names {other}, which is no number per customer", $"give --cap {Metric.RevenuePerRecipient}=VALUE, or leave it out");
        }
    }

    /// <summary>The plan that the request names; null without one.</summary>
    /// <exception cref="Diagnostics.InvalidInputException">It can't be used (PLN002).</exception>
    public static PlanLock? Read(AnalyzeRequest request) => request.Plan is { } file ? PlanLockFile.Read(file) : null;

    /// <summary>The shares of the plan by arm; its control is called as in the file.</summary>
    public static IReadOnlyDictionary<string, double> Weights(PlanLock? plan, string control) =>
        plan?.Arms.ToDictionary(a => a.Arm == ArmId.Control.Value ? control : a.Arm, a => a.Weight) ?? [];

    /// <summary>How much of the planned time has passed; null without a plan. A table has no times, so it counts as read now, or when the plan ended if that was before.</summary>
    public static ObservationWindow? Window(PlanLock? plan, DateTimeOffset? asOf, DateTimeOffset now)
    {
        if (plan is null)
        {
            return null;
        }

        var moment = asOf ?? (now < plan.EndsAt ? now : plan.EndsAt);
        var days = plan.WindowDays.TryGetValue(plan.Primary, out var planned) && planned > 0 ? planned : PowerOutlook.DefaultWindowDays;
        return new(moment, plan.EndsAt, Math.Clamp(1 - ((plan.EndsAt - moment).TotalDays / days), 0, 1));
    }

    private static MonitoringMethod Method(string name) =>
        Enum.GetValues<MonitoringMethod>().First(m => PlanWords.Of(m) == name);
}
