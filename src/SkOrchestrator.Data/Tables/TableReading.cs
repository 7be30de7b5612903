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

    public long Used { get; private set; }

    public RejectedRows Rejected { get; } = new();

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

        if (arm < ArmChoice.MostArms && Fill(row))
        {
            Used++;
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

    private bool Fill(TableRow row)
    {
        var isGood = true;
        var column = 1;
        for (var i = 0; i < _values.Rates.Length; i++, column++)
        {
            var reading = MetricValue.ReadBinary(row.Values[column], out _values.Rates[i]);
            if (reading == MetricReading.OtherNumber)
            {
                var metric = _shape.Rates[i];
                OtherNumbers[metric] = OtherNumbers.TryGetValue(metric, out var first)
                    ? first with { Count = first.Count + 1 }
                    : (row.Line, row.Values[column], 1);
                isGood = false;
            }
            else if (isGood && reading != MetricReading.Good)
            {
                Reject(row, column, TableCode.BadMetric, "0/1, true/false or yes/no");
                isGood = false;
            }
        }

        for (var i = 0; i < _shape.Paired; i++, column++)
        {
            if (MetricValue.ReadNumber(row.Values[column], out _values.Numbers[i]) != MetricReading.Good && isGood)
            {
                Reject(row, column, TableCode.BadMetric, "a number with a decimal point, such as 12.5");
                isGood = false;
            }
        }

        for (var i = 0; i < _caps.Length; i++)
        {
            _values.Numbers[_shape.Paired + i] = Math.Min(_values.Numbers[_cappedFrom[i]], _caps[i]);
        }

        return isGood;
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

    private void Reject(TableRow row, int column, string code, string expected) => Rejected.Add(new RowDiagnostic(
        _file, row.Line, _request.Columns[column].Name, code, TableText.Shown(row.Values[column]), expected, "rejected"));
}
