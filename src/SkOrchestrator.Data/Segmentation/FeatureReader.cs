using DuckDB.NET.Data;
using SkOrchestrator.Configuration;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>Copies the features of the eligible customers into the table <c>segment_input</c> and takes their measure.</summary>
internal sealed class FeatureReader(DuckDBConnection connection, SegmentationOptions options, IReadOnlyList<ColumnOptions> columns)
{
    private readonly List<string> _notes = [];

    /// <summary>What was missing, dropped or transformed.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Customers to segment.</summary>
    public long Customers { get; private set; }

    /// <summary>The features, in column order.</summary>
    public IReadOnlyList<Feature> Read()
    {
        var used = columns.Where(c => Cast(c.Role, string.Empty) is not null).Select(Named).ToList();
        var fields = used.Select((c, i) => $", {Cast(c.Role, SqlScript.Identifier(c.Column))} AS f{i}");
        connection.Run(SegmentationSql.Script("segment_input", ("columns", string.Concat(fields))));
        Customers = Count("TRUE");
        return Customers == 0 ? [] : [.. used.Select((column, i) => Note(ReadFeature(column, $"f{i}")))];
    }

    private static string? Cast(ColumnRole role, string column) => role switch
    {
        ColumnRole.Numeric => $"CASE WHEN abs(TRY_CAST({column} AS DOUBLE)) < 1e100 THEN TRY_CAST({column} AS DOUBLE) END",
        ColumnRole.Boolean => $"TRY_CAST({column} AS BOOLEAN)",
        ColumnRole.Categorical or ColumnRole.Country or ColumnRole.Language => $"nullif(trim({column}::VARCHAR), '')",
        _ => null,
    };

    /// <summary>
    /// A name that comes from the file's header is not trusted: letters, digits and spaces only. Country and language count in the distance only where the
    /// configuration lists them.
    /// </summary>
    private ColumnOptions Named(ColumnOptions column)
    {
        var isPlace = column.Role is ColumnRole.Country or ColumnRole.Language;
        var weight = isPlace && options.Columns.All(c => c.Column != column.Column) ? 0 : column.Weight;
        var name = column.Name == new ColumnOptions(column.Column, column.Role).Name ? PlainWords.Of(column.Name) : column.Name;
        return column with { Weight = weight, Name = name.Length == 0 ? "unnamed column" : name };
    }

    private Feature ReadFeature(ColumnOptions column, string field) => column.Role switch
    {
        ColumnRole.Numeric => ReadNumber(column, field),
        ColumnRole.Boolean => new BooleanFeature(column, field, Count($"{field} IS NULL"), Count(field), Count($"NOT {field}")),
        _ => ReadCategory(column, field),
    };

    private NumericFeature ReadNumber(ColumnOptions column, string field)
    {
        var raw = ReadMoments(field);
        var isLogarithmic = raw.Minimum >= 0 && raw.Skewness > NumericFeature.StrongSkewness;
        return new(column, field, Customers - raw.Count, raw, isLogarithmic ? ReadMoments($"ln(1 + {field})") : raw);
    }

    private Moments ReadMoments(string value)
    {
        var extent = connection.Query(SegmentationSql.Script("segment_extent", ("value", value)),
            r => (Count: r.GetInt64(0), Minimum: SegmentationSql.Number(r, 1) ?? 0, Maximum: SegmentationSql.Number(r, 2) ?? 0)).Single();
        return SegmentProfiler.QueryMoments(connection, "NULL::INTEGER", "segment_input", value, extent.Minimum, extent.Maximum)[0].Moments;
    }

    private CategoryFeature ReadCategory(ColumnOptions column, string field)
    {
        var levels = connection.Query(SegmentationSql.Script(
                "segment_levels",
                ("field", field),
                ("minimum", Math.Max(1, options.MinimumGroup).ToString(Invariant)),
                ("limit", CategoryFeature.MaximumLevels.ToString(Invariant))),
            r => new CategoryLevel(r.GetString(0), r.GetInt64(1)));
        var missing = Count($"{field} IS NULL");
        return new(column, field, missing, levels, Customers - missing - levels.Sum(l => l.Count));
    }

    private long Count(string condition) =>
        connection.Query($"SELECT count(*) FILTER (WHERE {condition}) FROM segment_input", r => r.GetInt64(0)).Single();

    private Feature Note(Feature feature)
    {
        if (!feature.Varies)
        {
            _notes.Add($"Column {feature.Column.Column} is the same for everyone and was left out of the distance.");
        }
        else if (feature.Missing > 0)
        {
            _notes.Add($"Column {feature.Column.Column}: {feature.Missing.ToString(Invariant)} of {Customers.ToString(Invariant)} values are missing"
                + (feature.CountsInDistance ? " and count as average." : "."));
        }

        if (feature is NumericFeature { IsLogarithmic: true })
        {
            _notes.Add($"Column {feature.Column.Column} is strongly skewed and enters the distance as ln(1 + x).");
        }

        if (feature is CategoryFeature { Others: > 0 } category)
        {
            _notes.Add($"Column {feature.Column.Column}: values of {category.Others.ToString(Invariant)} customers are too rare to be named and count as one.");
        }

        return feature;
    }

    private static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;
}
