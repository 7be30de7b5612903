using System.Globalization;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tables;

/// <summary>Remarks on the customers of the arms: who is left out, whose values are missing, and where the split differs.</summary>
internal static class DataNotes
{
    /// <summary>Below this p-value the share of missing values differs by arm.</summary>
    private const double Differing = 0.01;

    private const double SmallestShown = 0.0001;

    /// <summary>The arms with a planned share of 0.</summary>
    public static IEnumerable<string> LeftOut(ArmChoice choice) => choice.LeftOut.Select(a => $"{a} has the planned share 0 and is left out.");

    /// <summary>How many customers lack a value of each metric, and whether that depends on the arm.</summary>
    /// <param name="shape">The metrics; those with a cap lack what the metric without it lacks.</param>
    /// <param name="cells">The cells of all customers.</param>
    public static IEnumerable<string> Missing(TableShape shape, IReadOnlyList<(ArmId Arm, ArmCell Cell)> cells)
    {
        foreach (var (index, metric) in shape.Rates.Concat(shape.Numbers.Take(shape.Paired)).Index())
        {
            var arms = cells.GroupBy(c => c.Arm).Select(g => (Arm: g.Key, Missing: g.Sum(c => c.Cell.Count - c.Cell.Known.ElementAt(index)), All: g.Sum(c => c.Cell.Count))).ToList();
            var (missing, all) = (arms.Sum(a => a.Missing), arms.Sum(a => a.All));
            if (missing > 0)
            {
                var p = ArmBalance.PValue([.. arms.Select(a => (a.Missing, a.All))]);
                var text = Text($"{missing:N0} of {all:N0} customers ({(double)missing / all * 100:0.##} %) have no usable value of {metric}; its comparison rests on the others.");
                yield return p < Differing
                    ? $"Warning: {text} The share differs by arm ({string.Join(", ", arms.Select(a => Text($"{a.Arm} {(a.All == 0 ? 0 : (double)a.Missing / a.All) * 100:0.##} %")))}; {Shown(p.Value)}), so the comparison may be biased by who is missing."
                    : text;
            }
        }
    }

    /// <summary>What to do where the arms' shares differ between segments.</summary>
    /// <param name="by">What the segments are made by.</param>
    /// <param name="design">The segments with their arms.</param>
    /// <param name="customers">Customers of an arm in a segment.</param>
    public static IEnumerable<string> Allocation(string by, IReadOnlyList<SegmentArms> design, Func<SegmentId, ArmId, long> customers) =>
        design.GroupBy(s => string.Join('\n', s.Arms.Select(a => a.Arm)))
            .Any(g => ArmBalance.DiffersBySegment([.. g.Select(s => (IReadOnlyList<long>)[.. s.Arms.Select(a => customers(s.SegmentId, a.Arm))])]))
            ? [$"Warning: the shares of the arms differ between the values of {by}. If they were planned so, the arm sizes can't fit one set of shares for all: analyse each value in a file of its own, with its own --weights."]
            : [];

    private static string Shown(double p) => p < SmallestShown ? "p < 0.0001" : Text($"p {p:0.0000}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
