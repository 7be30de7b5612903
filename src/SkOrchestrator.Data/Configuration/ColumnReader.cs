using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration.Yaml;

namespace SkOrchestrator.Data.Configuration;

/// <summary>Reads the <c>columns</c> of <c>segmentation_config.yaml</c>: what each column of the customer file is for.</summary>
internal static class ColumnReader
{
    private const string CustomerId = "customer_id";

    private static readonly NumberRange Weight = new(0, 1000);

    private static readonly Dictionary<string, ColumnRole> Roles =
        Enum.GetValues<ColumnRole>().ToDictionary(r => r.ToString().ToLowerInvariant());

    private static readonly Dictionary<string, bool> Metrics = Metric.All.ToDictionary(m => m, _ => true);

    private static readonly ColumnRole[] Single =
        [ColumnRole.Id, ColumnRole.Email, ColumnRole.Consent, ColumnRole.Country, ColumnRole.Language];

    /// <summary>Reads the columns in the order they stand in.</summary>
    public static IReadOnlyList<ColumnOptions> Read(YamlReader reader)
    {
        var columns = new List<ColumnOptions>();
        if (reader.Map("columns") is not { } map)
        {
            return columns;
        }

        foreach (var (key, value) in map.Entries)
        {
            if (columns.FirstOrDefault(c => c.Column.Equals(key.Text, StringComparison.OrdinalIgnoreCase)) is { } twin)
            {
                map.Problems.Add(
                    ProblemKind.Duplicate,
                    key.Place,
                    $"the column {key.Text} stands twice",
                    key.Text,
                    $"each column once; {twin.Column} differs only in case");
            }
            else if (ReadColumn(map, key, value) is { } column)
            {
                RefuseTakenRole(map, key, column, columns);
                columns.Add(column);
            }
        }

        return columns;
    }

    private static ColumnOptions? ReadColumn(YamlReader columns, YamlText key, YamlElement value)
    {
        var name = columns.NameOf(key.Text);
        var bare = new YamlMap(value.Place, [new YamlEntry(new YamlText(value.Place, "role", false), value)]);
        if (columns.MapOf(value is YamlText { IsNull: false } ? bare : value, name) is not { } map)
        {
            return null;
        }

        map.Require("role");
        if (map.Choice("role", Roles) is not { } role)
        {
            return null;
        }

        var column = new ColumnOptions(key.Text, role);
        var isFeature = role is ColumnRole.Numeric or ColumnRole.Categorical or ColumnRole.Boolean;
        var mayBeFeature = isFeature || role is ColumnRole.Country or ColumnRole.Language;
        column = column with
        {
            Name = map.Text("name") ?? column.Name,
            Weight = (mayBeFeature ? map.Number("weight", Weight) : null) ?? (isFeature ? column.Weight : 0),
            Metric = role is ColumnRole.Label or ColumnRole.Baseline ? ReadMetric(map) : null,
            Traits = role switch
            {
                ColumnRole.Numeric => TraitReader.Read(map, "high", "low"),
                ColumnRole.Boolean => TraitReader.Read(map, "yes", "no"),
                _ when mayBeFeature && map.Map("values") is { } values =>
                    TraitReader.Read(values, [.. values.Entries.Select(e => e.Key.Text)]),
                _ => column.Traits,
            },
        };
        map.RefuseUnknownKeys();
        return column;
    }

    private static string? ReadMetric(YamlReader map)
    {
        map.Require("metric");
        return map.Choice("metric", Metrics) is null ? null : map.Text("metric");
    }

    private static void RefuseTakenRole(YamlReader map, YamlText key, ColumnOptions column, List<ColumnOptions> others)
    {
        if ((column.Column == CustomerId) != (column.Role == ColumnRole.Id))
        {
            map.Problems.Add(
                ProblemKind.Contradiction,
                key.Place,
                "the customer id is always the column customer_id",
                $"{column.Column}: {Words(column.Role)}",
                "customer_id: id, and no other column with that role");
        }

        var taken = others.FirstOrDefault(o =>
            o.Role == column.Role && (Single.Contains(o.Role) || (o.Metric is not null && o.Metric == column.Metric)));
        if (taken is not null && column.Role != ColumnRole.Id)
        {
            map.Problems.Add(
                ProblemKind.Contradiction,
                key.Place,
                $"{column.Column} and {taken.Column} have the same part",
                $"{Words(column.Role)} {column.Metric}".TrimEnd(),
                "one column for it",
                "give one of them the role ignore");
        }
    }

    private static string Words(ColumnRole role) => role.ToString().ToLowerInvariant();
}
