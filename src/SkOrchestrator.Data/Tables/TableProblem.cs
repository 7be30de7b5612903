using System.Globalization;
using SkOrchestrator.Data.Loading;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tables;

/// <summary>What can be wrong with the values of a labelled table as a whole.</summary>
internal static class TableProblem
{
    private const double Mostly = 0.5;
    private const int MostShown = 5;

    public static IEnumerable<Diagnostic> OfMetrics(TableRequest request, TableReading reading)
    {
        foreach (var (metric, (line, value, count)) in reading.OtherNumbers)
        {
            var others = count == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" and {count - 1:N0} more such rows");
            yield return new(
                TableCode.NotBinary,
                $"The metric {metric} should be yes or no per customer, but has other numbers",
                request.File,
                line,
                Found: $"{TableText.Shown(value)}{others}",
                Expected: "0/1, true/false or yes/no",
                Fix: $"if {metric} is a number per customer, name it in --numeric-metrics {metric} instead of --metrics; otherwise mend the rows");
        }

        foreach (var (_, metric) in request.Columns.Where(c => c.Option is "--metrics" or "--numeric-metrics"))
        {
            var (empty, unreadable) = reading.Missing.Of(metric);
            if (empty + unreadable > Mostly * reading.Used)
            {
                yield return new(
                    TableCode.MostlyEmpty,
                    $"The metric {metric} has no usable value in most rows of {request.File}",
                    request.File,
                    reading.Missing.Listed.FirstOrDefault(r => r.Column == metric)?.Line,
                    Found: string.Create(CultureInfo.InvariantCulture, $"{empty:N0} of {reading.Used:N0} rows without a value, {unreadable:N0} with one that can't be read"),
                    Expected: "a value for every customer",
                    Fix: unreadable > empty
                        ? "name another column, or mend the values; the first ones follow"
                        : "write 0 where nothing happened; an empty value means that it is not known");
                foreach (var row in reading.Missing.Listed.Where(r => r.Column == metric && r.Value.Length > 0).Take(MostShown))
                {
                    yield return InputProblem.FromRow(request.File, row);
                }
            }
        }
    }

    public static IEnumerable<Diagnostic> OfSegments(string path, SegmentCells segments)
    {
        if (segments.HasAddress)
        {
            yield return ArmProblem.Personal(path, segments.Column!);
        }
        else if (segments.HasTooMany)
        {
            yield return new(
                TableCode.ManySegments,
                $"The column {segments.Column} of {path} has too many values for segments",
                path,
                Found: segments.FoundTooMany,
                Expected: $"at most {SegmentCells.MostValues} values, and at most {SegmentCells.MostNumbers} where they are numbers",
                Fix: "take a column with few values, or put the values into ranges or groups first, such as 0-29, 30-59");
        }
    }

    public static Diagnostic NothingUsable(string path, RejectedRows rejected) => new(
        TableCode.NothingUsable,
        $"No row of {path} can be used",
        path,
        Found: rejected.Describe(),
        Expected: "at least one row with an arm",
        Fix: "mend the rows named below, or name other columns");
}
