using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tables;

/// <summary>Takes the rows of a labelled table one by one and keeps sums, never rows.</summary>
internal sealed class TableReading
{
    private readonly TableRequest _request;
    private readonly string _file;
    private readonly TableShape _shape;
    private readonly TableValues _values;
    private readonly double[] _caps;
    private readonly int[] _cappedFrom;
    private readonly Dictionary<string, int> _armOfValue = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _arms = new(StringComparer.Ordinal);

    public TableReading(TableRequest request, string file)
    {
        (_request, _file) = (request, file);
        _shape = TableShape.Of(request);
        _values = new TableValues(_shape);
        _caps = [.. TableShape.Capped(request).Select(m => request.Caps[m])];
        _cappedFrom = [.. TableShape.Capped(request).Select(m => request.NumericMetrics.ToList().IndexOf(m))];
        Unpaired = _shape with { Covariates = [] };
        Strata = new SegmentCells(request.SegmentBy.FirstOrDefault(), _shape);
        Breakdowns = [.. request.SegmentBy.Skip(1).Select(column => new SegmentCells(column, Unpaired))];
        UnknownCovariates = new long[request.Covariates.Count];
    }

    public long Rows { get; private set; }

    /// <summary>Rows with an arm.</summary>
    public long Used { get; private set; }

    /// <summary>Rows that are left out.</summary>
    public RejectedRows Rejected { get; } = new();

    /// <summary>Values of metrics that are left out of rows that are used.</summary>
    public RejectedRows Missing { get; } = new();

    /// <summary>What is left out, in the order of the file.</summary>
    public IReadOnlyList<RowDiagnostic> Diagnostics => [.. Rejected.Listed.Concat(Missing.Listed).OrderBy(d => d.Line).Take(RejectedRows.MostListed)];

    /// <summary>Numbers in metrics that should be yes or no, by metric: the first one, and how many.</summary>
    public SortedDictionary<string, (long Line, string Value, long Count)> OtherNumbers { get; } = new(StringComparer.Ordinal);

    /// <summary>The arms in the order in which they were found.</summary>
    public IReadOnlyDictionary<string, int> Arms => _arms;

    /// <summary>Arms that are written in several ways which differ only in characters that no name has, such as control characters.</summary>
    public IEnumerable<string> ArmsWrittenDifferently =>
        _arms.Where(a => _armOfValue.Count(v => v.Value == a.Value) > 1).Select(a => a.Key).Order(StringComparer.Ordinal);

    /// <summary>Customers without a usable value, by covariate.</summary>
    public long[] UnknownCovariates { get; }

    public SegmentCells Strata { get; }

    public IReadOnlyList<SegmentCells> Breakdowns { get; }

    private TableShape Unpaired { get; }

    /// <summary>Takes a row; false when there are so many arms that reading on makes no sense.</summary>
    public bool Add(TableRow row)
    {
        Rows++;
        if (row.Problem is { } problem)
        {
            Rejected.Add(problem);
            return true;
        }

        if (ArmOf(row.Values[0]) is not { } arm)
        {
            Reject(row, 0, TableCode.EmptyArm, "the name of an arm");
            return true;
        }

        if (arm < ArmChoice.MostArms)
        {
            Used++;
            Fill(row);
            Count(row, arm);
        }

        return arm < ArmChoice.MostArms;
    }

    /// <summary>The number of an arm, in the order in which they are found; null without a name.</summary>
    private int? ArmOf(string value)
    {
        if (_armOfValue.TryGetValue(value, out var arm))
        {
            return arm;
        }

        var name = TableText.Name(value);
        if (name.Length == 0)
        {
            return null;
        }

        if (!_arms.TryGetValue(name, out arm))
        {
            _arms.Add(name, arm = _arms.Count);
        }

        return _armOfValue[value] = arm;
    }

    /// <summary>Reads the metrics; one without a usable value is not known of this customer, and the others are.</summary>
    private void Fill(TableRow row)
    {
        var column = 1;
        for (var i = 0; i < _values.Rates.Length; i++, column++)
        {
            var reading = MetricValue.ReadBinary(row.Values[column], out var value);
            _values.Rates[i] = reading == MetricReading.Good ? value : null;
            if (reading == MetricReading.OtherNumber)
            {
                var metric = _shape.Rates[i];
                OtherNumbers[metric] = OtherNumbers.TryGetValue(metric, out var first)
                    ? first with { Count = first.Count + 1 }
                    : (row.Line, row.Values[column], 1);
            }
            else if (reading != MetricReading.Good)
            {
                LeaveOut(row, column, "0/1, true/false or yes/no");
            }
        }

        for (var i = 0; i < _shape.Paired; i++, column++)
        {
            var isGood = MetricValue.ReadNumber(row.Values[column], out var value) == MetricReading.Good;
            _values.Numbers[i] = isGood ? value : null;
            if (!isGood)
            {
                LeaveOut(row, column, MetricValue.ExpectedNumber);
            }
        }

        for (var i = 0; i < _caps.Length; i++)
        {
            _values.Numbers[_shape.Paired + i] = _values.Numbers[_cappedFrom[i]] is { } number ? Math.Min(number, _caps[i]) : null;
        }
    }

    private void Count(TableRow row, int arm)
    {
        var segments = 1 + _values.Rates.Length + _shape.Paired;
        for (var i = 0; i < _values.Covariates.Length; i++)
        {
            var known = MetricValue.ReadNumber(row.Values[segments + _request.SegmentBy.Count + i], out var number) == MetricReading.Good;
            _values.Covariates[i] = known ? number : null;
            UnknownCovariates[i] += known ? 0 : 1;
        }

        Strata.Add(Strata.Column is null ? string.Empty : row.Values[segments], arm, _values);
        for (var i = 0; i < Breakdowns.Count; i++)
        {
            Breakdowns[i].Add(row.Values[segments + 1 + i], arm, _values);
        }
    }

    private void Reject(TableRow row, int column, string code, string expected) => Rejected.Add(Diagnostic(row, column, code, expected, "rejected"));

    private void LeaveOut(TableRow row, int column, string expected) => Missing.Add(Diagnostic(row, column, TableCode.BadMetric, expected, "value left out"));

    private RowDiagnostic Diagnostic(TableRow row, int column, string code, string expected, string action) =>
        new(_file, row.Line, _request.Columns[column].Name, code, TableText.Shown(row.Values[column]), expected, action);
}
