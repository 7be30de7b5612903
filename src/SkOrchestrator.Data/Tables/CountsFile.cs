using SkOrchestrator.Data.Loading;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tables;

/// <summary>Reads a table of counts: <c>segment, arm, metric, successes, trials</c>. One bad row makes the table wrong, so any problem stops it, with all of them at once.</summary>
public static class CountsFile
{
    private const string SegmentColumn = "segment";
    private const int MostShown = 100;
    private static readonly string[] Others = ["arm", "metric", "successes", "trials"];

    /// <summary>Reads the table.</summary>
    /// <exception cref="InvalidInputException">Something in it can't be right.</exception>
    public static ImportedExperiment Read(CountsRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var file = TableFiles.Open(request.File);
        var reading = new CountsReading(request.File);
        var rows = 0L;
        foreach (var row in Rows(request.File, file))
        {
            rows++;
            reading.Add(row);
        }

        if (rows == 0)
        {
            throw InputProblem.HeaderOnly(request.File);
        }

        var problems = reading.Problems;
        CheckTotals(request.File, reading.Rows, problems);
        var metrics = Metrics(request, reading.Rows, problems);
        List<string> arms = [.. reading.Rows.Select(r => r.Arm).Distinct()];
        var choice = problems.Count > 0 ? null
            : arms.Count > ArmChoice.MostArms ? throw new InvalidInputException(ArmProblem.ManyArms(request.File, "arm"))
            : ArmChoice.Of(request.File, "arm", arms, request.Control, request.Weights, request.PlannedWeights, problems);
        return choice is null ? throw new InvalidInputException(Shortened(problems)) : Summarise(
            request, file.Name, rows, [.. reading.Rows.Where(r => metrics.Contains(r.Metric) && choice.Weights.ContainsKey(ArmId.From(r.Arm)))], metrics, choice);
    }

    private static ImportedExperiment Summarise(CountsRequest request, string file, long rows, IReadOnlyList<CountRow> counts, IReadOnlyList<string> metrics, ArmChoice choice)
    {
        var has = counts.Select(c => (c.Segment, c.Arm)).ToHashSet();
        List<string> segments = [.. counts.Select(c => c.Segment).Distinct().Order(StringComparer.Ordinal)];
        List<SegmentArms> design = [.. segments.Select(s => choice.In(SegmentId.From(s), arm => arm == choice.Control || has.Contains((s, arm.Value))))];
        return new()
        {
            File = file,
            Rows = rows,
            Used = rows,
            Control = choice.Control,
            Arms = [.. choice.Arms.Select(a => new ArmTotal(a, counts.Where(c => c.Arm == a.Value).GroupBy(c => c.Segment).Sum(g => g.Max(c => c.Trials))))],
            Weights = choice.Weights,
            Metrics = metrics,
            NumericMetrics = new HashSet<string>(),
            Design = new(design, []),
            Cells =
            [
                .. from segment in segments
                   from arm in choice.Arms
                   from metric in metrics
                   from count in counts.Where(c => c.Segment == segment && c.Arm == arm.Value && c.Metric == metric)
                   select CellSummary.Rate(SegmentId.From(segment), arm, metric, count.Successes, count.Trials),
            ],
            Notes = [.. Notes(counts, segments, design, metrics, choice)],
        };
    }

    private static IEnumerable<string> Notes(IReadOnlyList<CountRow> counts, List<string> segments, List<SegmentArms> design, IReadOnlyList<string> metrics, ArmChoice choice)
    {
        foreach (var group in counts.GroupBy(c => (c.Segment, c.Arm)))
        {
            if (group.Select(c => c.Trials).Distinct().Count() > 1)
            {
                yield return $"The trials of {group.Key.Arm} in {group.Key.Segment} differ between metrics; the largest number counts as the customers of the arm.";
            }

            List<string> missing = [.. metrics.Where(m => group.All(c => c.Metric != m))];
            if (missing.Count > 0)
            {
                yield return $"There is no row of {group.Key.Arm} in {group.Key.Segment} for {string.Join(", ", missing)}.";
            }
        }

        foreach (var note in DataNotes.LeftOut(choice).Concat(DataNotes.Allocation(
            SegmentColumn, design, (segment, arm) => counts.Where(c => c.Segment == segment.Value && c.Arm == arm.Value).Select(c => c.Trials).DefaultIfEmpty().Max())))
        {
            yield return note;
        }

        foreach (var segment in segments.Where(s => counts.All(c => c.Segment != s || c.Arm != choice.Control.Value)))
        {
            yield return $"Warning: {segment} has no row of the control {choice.Control}, so nothing can be compared there.";
        }
    }

    /// <summary>The rows; where the file has no column for segments, their value is empty.</summary>
    private static IEnumerable<TableRow> Rows(string path, ITableFile file)
    {
        var hasSegments = file.Header.Contains(SegmentColumn, StringComparer.OrdinalIgnoreCase);
        return file.Read(TableFiles.FindFixed(path, file.Header, [.. hasSegments ? Others.Prepend(SegmentColumn) : Others]))
            .Select(row => hasSegments || row.Problem is not null ? row : row with { Values = [string.Empty, .. row.Values] });
    }

    private static void CheckTotals(string path, IReadOnlyList<CountRow> rows, List<Diagnostic> problems)
    {
        var total = rows.FirstOrDefault(r => r.Segment == SegmentId.All.Value);
        if (total is not null && rows.Any(r => r.Segment != SegmentId.All.Value))
        {
            problems.Add(new(
                TableCode.TotalBesideParts,
                "There are rows for all customers beside rows for segments, so customers would count twice",
                path,
                total.Line,
                Found: "a segment called all, or none, beside others",
                Expected: "rows for segments, or rows for all",
                Fix: "take out the rows without a segment or with the segment all; the analysis adds the segments up itself"));
        }

        if (rows.Select(r => r.Segment).Distinct().Count() > SegmentCells.MostValues)
        {
            problems.Add(new(
                TableCode.ManySegments,
                $"The column segment of {path} has too many values",
                path,
                Found: $"more than {SegmentCells.MostValues} segments",
                Expected: $"at most {SegmentCells.MostValues} segments",
                Fix: "put segments together"));
        }

        problems.AddRange(rows.Where(r => TableText.HasAddress(r.Segment)).Take(1).Select(_ => ArmProblem.Personal(path, SegmentColumn)));
    }

    private static IReadOnlyList<string> Metrics(CountsRequest request, IReadOnlyList<CountRow> rows, List<Diagnostic> problems)
    {
        List<string> found = [.. rows.Select(r => r.Metric).Distinct()];
        if (request.Metrics.Count == 0)
        {
            return found;
        }

        problems.AddRange(request.Metrics.Where(m => !found.Contains(m)).Select(m => new Diagnostic(
            TableCode.UnknownMetric,
            $"No row of {request.File} has the metric {TableText.Shown(m)}",
            request.File,
            Found: $"metrics: {string.Join(", ", found.Take(MostShown))}",
            Expected: "metrics of the file",
            Fix: Nearest.Of(m, found) is { } near ? $"did you mean {near}?" : "leave --metrics out to analyse all of them")));
        return [.. request.Metrics.Distinct()];
    }

    private static IReadOnlyList<Diagnostic> Shortened(List<Diagnostic> problems) => problems.Count <= MostShown
        ? problems
        : [.. problems.Take(MostShown), problems[MostShown] with { Message = $"{problems[MostShown].Message}; {problems.Count - MostShown - 1} more problems are not shown" }];
}
