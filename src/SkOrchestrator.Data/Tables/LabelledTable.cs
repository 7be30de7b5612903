using System.Globalization;
using SkOrchestrator.Analysis;
using SkOrchestrator.Data.Loading;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tables;

/// <summary>
/// Reads a table with one row per customer in one pass and keeps sums only. A row without an arm is left out
/// with a diagnostic, and so is a value of a metric that is missing or can't be read, but not the customer; what makes the table as a whole unusable stops the reading, with all such problems at once. The same file gives the same bits.
/// </summary>
public static class LabelledTable
{
    private const int MostShown = 20;
    private const double NoticeableShare = 0.01;

    /// <summary>Reads the table.</summary>
    /// <exception cref="InvalidInputException">The request or the file as a whole can't be used.</exception>
    public static ImportedExperiment Read(TableRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        TableRequestCheck.Require(request);
        using var file = TableFiles.Open(request.File);
        var columns = TableFiles.Find(request.File, file.Header, request.Columns);
        var reading = new TableReading(request, file.Name);
        foreach (var row in file.Read(columns))
        {
            if (!reading.Add(row))
            {
                throw new InvalidInputException(ArmProblem.ManyArms(request.File, request.ArmColumn));
            }
        }

        return reading.Rows == 0 ? throw InputProblem.HeaderOnly(request.File) : Summarise(request, file.Name, reading);
    }

    private static ImportedExperiment Summarise(TableRequest request, string file, TableReading reading)
    {
        var problems = new List<Diagnostic>();
        problems.AddRange(TableProblem.OfMetrics(request, reading));
        problems.AddRange(reading.Breakdowns.Prepend(reading.Strata).SelectMany(s => TableProblem.OfSegments(request.File, s)));
        var choice = reading.Arms.Count == 0 ? null : ArmChoice.Of(request.File, request.ArmColumn, [.. reading.Arms.Keys], request.Control, request.Weights, request.PlannedWeights, problems);
        if (reading.Used == 0 && problems.Count == 0)
        {
            problems.Add(TableProblem.NothingUsable(request.File, reading.Rejected));
            problems.AddRange(reading.Rejected.Listed.Take(MostShown).Select(row => InputProblem.FromRow(request.File, row)));
        }

        if (problems.Count > 0 || choice is null)
        {
            throw new InvalidInputException(problems);
        }

        var notes = Notes(request, reading);
        var strata = reading.Strata.Build(choice, Place, notes);
        List<(ArmId Arm, ArmCell Cell)> all = [.. strata.SelectMany(s => s.Cells)];
        notes.AddRange([.. DataNotes.LeftOut(choice), .. DataNotes.Missing(TableShape.Of(request), all)]);
        notes.AddRange(DataNotes.Allocation(
            reading.Strata.Column ?? "segment", [.. strata.Select(s => s.Arms)], (segment, arm) => strata.First(s => s.Arms.SegmentId == segment).Cells.First(c => c.Arm == arm).Cell.Count));
        return new()
        {
            File = file,
            Rows = reading.Rows,
            Used = reading.Used,
            Control = choice.Control,
            Arms = [.. choice.Arms.Select(a => new ArmTotal(a, all.Where(c => c.Arm == a).Sum(c => c.Cell.Count)))],
            Weights = choice.Weights,
            Metrics = [.. request.Metrics, .. request.NumericMetrics],
            NumericMetrics = TableShape.Of(request).Numbers.ToHashSet(StringComparer.Ordinal),
            StratifiedBy = reading.Strata.Column ?? "segment",
            Design = DesignOf(strata),
            Cells = CellsOf(strata),
            Breakdowns = [.. reading.Breakdowns.Select(b => (b.Column, Segments: b.Build(choice, Place, notes))).Select(b => new Breakdown(b.Column!, DesignOf(b.Segments), CellsOf(b.Segments)))],
            Covariates = [.. strata.SelectMany(s => s.Cells.SelectMany(c => c.Cell.Pairs(s.Arms.SegmentId, c.Arm)))],
            Notes = notes,
            Diagnostics = reading.Diagnostics,
        };

        int Place(ArmId arm) => reading.Arms[arm.Value];
    }

    private static ExperimentDesign DesignOf(IReadOnlyList<(SegmentArms Arms, IReadOnlyList<(ArmId Arm, ArmCell Cell)> Cells)> segments) =>
        new([.. segments.Select(s => s.Arms)], []);

    private static IReadOnlyList<CellSummary> CellsOf(IReadOnlyList<(SegmentArms Arms, IReadOnlyList<(ArmId Arm, ArmCell Cell)> Cells)> segments) =>
        [.. segments.SelectMany(s => s.Cells.SelectMany(c => c.Cell.Cells(s.Arms.SegmentId, c.Arm)))];

    private static List<string> Notes(TableRequest request, TableReading reading)
    {
        var notes = new List<string>();
        var rejected = reading.Rows - reading.Used;
        if (rejected > 0)
        {
            var share = (double)rejected / reading.Rows;
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{(share >= NoticeableShare ? "Warning: " : string.Empty)}{rejected:N0} of {reading.Rows:N0} rows ({share * 100:0.##} %) are left out: {reading.Rejected.Describe()}. If they differ from the others, or are more in one arm, the comparison is biased."));
        }

        notes.AddRange(request.Covariates.Zip(reading.UnknownCovariates).Where(c => c.Second > 0).Select(c => string.Create(
            CultureInfo.InvariantCulture, $"{c.Second:N0} customers have no usable value of {c.First}: the estimate adjusted by it rests on the others.")));
        notes.AddRange(reading.Arms.Keys.GroupBy(a => a, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g =>
            $"Warning: the arms {string.Join(" and ", g.Order(StringComparer.Ordinal))} differ only in upper and lower case; they count as different arms."));
        notes.AddRange(reading.ArmsWrittenDifferently.Concat(reading.Breakdowns.Prepend(reading.Strata).SelectMany(s => s.WrittenDifferently)).Select(name =>
            $"Warning: {name} is written in several ways that look the same (invisible characters, or accents put together differently); they count as one."));
        return notes;
    }
}
