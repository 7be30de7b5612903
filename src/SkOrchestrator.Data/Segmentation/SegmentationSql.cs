using System.Data;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>Fills the SQL files of this folder. Their slots take expressions that may hold customers' values, always as literals.</summary>
internal static partial class SegmentationSql
{
    /// <summary>A text literal.</summary>
    public static string Literal(string text) => SqlScript.Literal(text);

    /// <summary>A DOUBLE literal that reads back as the same number.</summary>
    public static string Literal(double number) => $"{number.ToString("R", CultureInfo.InvariantCulture)}::DOUBLE";

    /// <summary>The text of an SQL file with its slots filled, all in one pass: what looks like a slot inside a value stays as it is.</summary>
    public static string Script(string name, params IEnumerable<(string Slot, string Sql)> slots)
    {
        var values = slots.ToDictionary(s => s.Slot, s => s.Sql);
        return Slot().Replace(SqlScript.Read($"{name}.sql"), slot => values[slot.Groups[1].Value]);
    }

    /// <summary>A number that may be null.</summary>
    public static double? Number(IDataRecord row, int index) => row.IsDBNull(index) ? null : row.GetDouble(index);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot();
}
