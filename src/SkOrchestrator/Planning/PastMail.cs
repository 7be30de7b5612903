using SkOrchestrator.Configuration;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Planning;

/// <summary>Tries the planned design on the labels of a past mail.</summary>
internal static class PastMail
{
    /// <exception cref="InvalidInputException">The file has no label of the primary metric (PLN003).</exception>
    public static BacktestResult Backtest(string file, Audience audience, ExperimentOptions experiment, CancellationToken cancellationToken)
    {
        var labels = audience.Labels.Where(c => c.Metric == experiment.Primary).ToList();
        if (labels.Count == 0 && audience.Segments.Count > 0)
        {
            var known = string.Join(", ", audience.Labels.Select(c => c.Metric).Distinct());
            throw new InvalidInputException(new Diagnostic(
                "PLN003",
                $"a backtest needs outcomes of a past mail, and the file has no label column of {experiment.Primary}",
                file,
                Found: known.Length == 0 ? "no label columns" : $"labels of {known}",
                Expected: $"a column with role label and metric {experiment.Primary}",
                Fix: "describe the outcome columns in segmentation_config.yaml, or choose a primary metric that the file has"));
        }

        ArmId[] arms = [ArmId.Control, .. PlannedDesign.Treatments(experiment).Select(t => t.Id)];
        return Planning.Backtest.Run(
            experiment,
            [.. audience.Segments.Select(s => new BacktestSegment(
                s.SegmentId,
                Metric.IsNumeric(experiment.Primary) ? 0 : (long)labels.Where(c => c.SegmentId == s.SegmentId).Sum(c => c.Sum),
                [.. arms.Select(a => audience.SizeOf(s.SegmentId, a))]))],
            cancellationToken: cancellationToken);
    }
}
