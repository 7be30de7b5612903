using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tables;

/// <summary>The cells of one segment column, or of everybody where there is none.</summary>
/// <param name="column">The column; null = one segment, <c>all</c>.</param>
/// <param name="shape">What is counted.</param>
internal sealed class SegmentCells(string? column, TableShape shape)
{
    /// <summary>More values than these say too little each.</summary>
    public const int MostValues = 200;

    /// <summary>A column of numbers with more values than these is a measure and no group.</summary>
    public const int MostNumbers = 60;

    /// <summary>An arm that would be missing from a segment by chance less often than this is not offered there.</summary>
    private const double HardlyChance = 1e-6;

    private const string Empty = "(empty)";
    private readonly Dictionary<string, ArmCell?[]> _byValue = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ArmCell?[]> _byName = new(StringComparer.Ordinal);

    /// <summary>The column; null where there is none.</summary>
    public string? Column => column;

    /// <summary>Whether there are too many values; what was counted is then of no use.</summary>
    public bool HasTooMany => _byName.Count > MostValues || (_byName.Count > MostNumbers && IsNumeric);

    /// <summary>How many values there are, in words.</summary>
    public string FoundTooMany => _byName.Count > MostValues ? $"more than {MostValues} values" : $"{_byName.Count} different numbers";

    /// <summary>Whether a value is an e-mail address.</summary>
    public bool HasAddress => _byName.Keys.Any(TableText.HasAddress);

    /// <summary>Segments that are written in several ways which differ only in characters that no name has, such as control characters.</summary>
    public IEnumerable<string> WrittenDifferently => _byName.Where(n => _byValue.Count(v => v.Value == n.Value) > 1).Select(n => $"{column}={n.Key}");

    private bool IsNumeric => _byName.Keys.All(v => v == Empty || MetricValue.ReadNumber(v, out _) == MetricReading.Good);

    public void Add(string value, int arm, TableValues values)
    {
        if (!_byValue.TryGetValue(value, out var arms))
        {
            if (_byName.Count > MostValues)
            {
                return;
            }

            var name = TableText.Name(value) is { Length: > 0 } text ? text : Empty;
            if (!_byName.TryGetValue(name, out arms))
            {
                _byName.Add(name, arms = new ArmCell?[ArmChoice.MostArms]);
            }

            _byValue.Add(value, arms);
        }

        (arms[arm] ??= new ArmCell(shape)).Add(values);
    }

    /// <summary>The segments in order, with the arms they have and their cells.</summary>
    /// <param name="choice">The arms.</param>
    /// <param name="indexOf">The place of an arm in the order in which they were found.</param>
    /// <param name="notes">Takes which arms are not offered in which segment.</param>
    public IReadOnlyList<(SegmentArms Arms, IReadOnlyList<(ArmId Arm, ArmCell Cell)> Cells)> Build(ArmChoice choice, Func<ArmId, int> indexOf, List<string> notes)
    {
        var segments = new List<(SegmentArms, IReadOnlyList<(ArmId, ArmCell)>)>();
        bool isEmpty(ArmId arm) => _byName.Values.All(cells => cells[indexOf(arm)] is null);
        var names = IsNumeric ? _byName.OrderBy(s => MetricValue.ReadNumber(s.Key, out var number) == MetricReading.Good ? number : double.MaxValue) : _byName.AsEnumerable();
        foreach (var (name, cells) in names)
        {
            var segment = column is null ? SegmentId.All : SegmentId.From($"{column}={name}");
            var customers = choice.Arms.Sum(a => cells[indexOf(a)]?.Count ?? 0);
            if (customers == 0)
            {
                continue;
            }

            var arms = choice.In(segment, arm => cells[indexOf(arm)] is not null || arm == choice.Control || isEmpty(arm) || MayBeChance(choice.Weights[arm], customers));
            segments.Add((arms, [.. arms.Arms.Select(a => (a.Arm, cells[indexOf(a.Arm)] ?? new ArmCell(shape)))]));
            notes.AddRange(choice.Arms.Where(a => arms.Arms.All(own => own.Arm != a))
                .Select(a => $"{a} has no customers in {segment}, which is no chance; it counts as not offered there."));
        }

        return segments;
    }

    private static bool MayBeChance(double share, long customers) => Math.Pow(1 - share, customers) >= HardlyChance;
}
