using System.Reflection;

namespace SkOrchestrator.Data;

/// <summary>Reads the embedded <c>.sql</c> files and fills their slots. Slots take quoted identifiers; values are parameters.</summary>
internal static class SqlScript
{
    public static string Read(string name, params ReadOnlySpan<(string Slot, string Text)> slots)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the SQL file {name} is not embedded");
        using var reader = new StreamReader(stream);
        var sql = reader.ReadToEnd();
        foreach (var (slot, text) in slots)
        {
            sql = sql.Replace($"{{{slot}}}", text, StringComparison.Ordinal);
        }

        return sql;
    }

    /// <summary>The name as a quoted identifier, safe for any column name.</summary>
    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The names as a list of quoted identifiers.</summary>
    public static string Identifiers(IEnumerable<string> names) => string.Join(", ", names.Select(Identifier));

    /// <summary>The text as a quoted literal, for the few places that take no parameter (the target of a COPY).</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
