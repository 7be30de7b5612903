using System.Text.RegularExpressions;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>
/// Takes a SQL condition apart and refuses what is more than one plain expression: statements, comments, subqueries, and functions whose value changes
/// from run to run.
/// </summary>
internal static partial class SqlConditionReader
{
    private static readonly HashSet<string> Forbidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "select", "values", "table", "with", "pivot", "unpivot", "describe", "show", "summarize", "exists", "lambda",
    };

    private static readonly HashSet<string> Changing = new(StringComparer.OrdinalIgnoreCase)
    {
        "random", "uuid", "uuidv4", "uuidv7", "gen_random_uuid", "now", "today", "get_current_time", "get_current_timestamp", "transaction_timestamp",
        "current_date", "current_time", "current_timestamp", "localtime", "localtimestamp", "nextval",
    };

    /// <summary>The pieces of the condition.</summary>
    public static IReadOnlyList<SqlToken> Tokens(string condition) =>
    [
        .. Token().Matches(condition).Where(m => !m.Groups["space"].Success).Select(m =>
            m.Groups["text"].Success ? new SqlToken(SqlTokenKind.Text, m.Value[1..^1].Replace("''", "'", StringComparison.Ordinal))
            : m.Groups["name"].Success ? new SqlToken(SqlTokenKind.Name, m.Value[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal))
            : m.Groups["number"].Success ? new SqlToken(SqlTokenKind.Number, m.Value)
            : m.Groups["word"].Success ? new SqlToken(SqlTokenKind.Word, m.Value)
            : new SqlToken(SqlTokenKind.Symbol, m.Value)),
    ];

    /// <summary>Why the condition is refused, or null.</summary>
    public static string? Refusal(string condition)
    {
        var tokens = Tokens(condition);
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var (kind, text) = tokens[i];
            depth += kind != SqlTokenKind.Symbol ? 0 : text == "(" ? 1 : text == ")" ? -1 : 0;
            if (depth < 0)
            {
                return "closes a bracket that was not opened";
            }

            if (kind == SqlTokenKind.Symbol && text is ";" or "--" or "/*" or "$" or "'" or "\"" or "?")
            {
                return $"holds {text}, which a single expression does not need";
            }

            if (kind == SqlTokenKind.Word && Follows(tokens, i, SqlTokenKind.Text) && text is "e" or "E" or "x" or "X" or "b" or "B")
            {
                return "holds a text with a prefix";
            }

            if (kind == SqlTokenKind.Word && (Forbidden.Contains(text) || (Is(text, "from") && !(i > 0 && Is(tokens[i - 1].Text, "distinct")))))
            {
                return $"holds {text.ToUpperInvariant()}, but only a single expression over the columns is allowed";
            }

            if (kind == SqlTokenKind.Word && Changing.Contains(text))
            {
                return $"holds {text}, whose value changes from run to run";
            }
        }

        return tokens.Count == 0 ? "is empty" : depth > 0 ? "opens a bracket that is not closed" : null;
    }

    private static bool Follows(IReadOnlyList<SqlToken> tokens, int index, SqlTokenKind kind) => index + 1 < tokens.Count && tokens[index + 1].Kind == kind;

    private static bool Is(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""(?<space>\s+)|(?<text>'(?:[^']|'')*')|(?<name>"(?:[^"]|"")*")|(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<word>[\p{L}_][\p{L}\p{Nd}_]*)|--|/\*|<=|>=|<>|!=|==|\|\||::|[^\s]""")]
    private static partial Regex Token();
}
