using SkOrchestrator.Experiment;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>Cells of two numbers per customer.</summary>
internal static class PairedCells
{
    /// <summary>The summary of a cell: y is the metric or numerator, x the covariate or denominator.</summary>
    /// <exception cref="ArgumentException">The cell can't be the summary of real rows.</exception>
    public static PairedSummary Summary(PairedCell cell)
    {
        bool possible = cell.Count >= 0 && cell.SquaresFirst >= 0 && cell.SquaresSecond >= 0 &&
            new[] { cell.MeanFirst, cell.MeanSecond, cell.SquaresFirst, cell.SquaresSecond, cell.Products }.All(double.IsFinite);
        return possible
            ? new(cell.Count, cell.MeanSecond, cell.MeanFirst, cell.SquaresSecond, cell.SquaresFirst, cell.Products)
            : throw new ArgumentException($"{cell} is not the summary of customers");
    }
}
