using System.Globalization;
using SkOrchestrator.Data.Loading;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tables;

/// <summary>Checks a table of counts row by row. One bad row makes the whole table wrong, so every problem is kept and none is passed over.</summary>
internal sealed class CountsReading(string path)
{
    private const long Largest = 1_000_000_000_000_000;
    private readonly Dictionary<(string Segment, string Arm, string Metric), long> _lines = [];

    public List<CountRow> Rows { get; } = [];

    public List<Diagnostic> Problems { get; } = [];

    /// <summary>Takes a row: the values are segment, arm, metric, successes and trials.</summary>
    public void Add(TableRow row)
    {
        if (row.Problem is { } problem)
        {
            Problems.Add(InputProblem.FromRow(path, problem));
            return;
        }

        var before = Problems.Count;
        var names = row.Values.Take(3).Select(TableText.Name).ToArray();
        RequireName(row.Line, "arm", names[1]);
        RequireName(row.Line, "metric", names[2]);
        var successes = Count(row.Line, "successes", row.Values[3]);
        var trials = Count(row.Line, "trials", row.Values[4]);
        if (successes > trials)
        {
            Problems.Add(new(
                TableCode.TooManySuccesses,
                "There are more successes than trials",
                path,
                row.Line,
                Found: string.Create(CultureInfo.InvariantCulture, $"{successes} successes of {trials} trials"),
                Expected: "successes from 0 to the number of trials",
                Fix: "check whether the two columns were mixed up, or whether events were counted instead of customers"));
        }

        var segment = names[0].Length == 0 ? SegmentId.All.Value : names[0];
        if (Problems.Count == before && !_lines.TryAdd((segment, names[1], names[2]), row.Line))
        {
            Problems.Add(new(
                TableCode.SecondRow,
                "A segment, arm and metric stand in two rows",
                path,
                row.Line,
                Found: $"{segment}, {names[1]}, {names[2]}, already in line {_lines[(segment, names[1], names[2])].ToString(CultureInfo.InvariantCulture)}",
                Expected: "one row for each segment, arm and metric",
                Fix: "add the counts up in one row, or take one of the rows out"));
        }

        if (Problems.Count == before)
        {
            Rows.Add(new(row.Line, segment, names[1], names[2], successes!.Value, trials!.Value));
        }
    }

    private void RequireName(long line, string column, string name)
    {
        if (name.Length == 0)
        {
            Problems.Add(new(TableCode.NoName, $"A row has no {column}", path, line, Found: "nothing", Expected: $"the name of the {column}", Fix: "fill it in, or take the row out"));
        }
        else if (column == "metric" && (name == SegmentId.All.Value || name == ArmId.AnyTreatment.Value))
        {
            Problems.Add(new(
                TableCode.ReservedName,
                $"A metric can't be called {name}: the word stands for all segments or all treatments",
                path,
                line,
                Found: name,
                Expected: "another name",
                Fix: "rename the metric"));
        }
    }

    private long? Count(long line, string column, string value)
    {
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= Largest)
        {
            return count;
        }

        var what = value.StartsWith('-') ? "is negative" : "is not a whole number";
        Problems.Add(new(
            TableCode.NotACount,
            value.Length == 0 ? $"The number of {column} is missing" : $"The number of {column} {what}",
            path,
            line,
            Found: value.Length == 0 ? "nothing" : TableText.Name(value),
            Expected: "a whole number from 0 to 1e15, without separators",
            Fix: $"write the number of customers{(column == "successes" ? " with the event" : string.Empty)}, not a rate or a difference"));
        return null;
    }
}
