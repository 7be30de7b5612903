using SkOrchestrator.Configuration;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>Says a SQL condition in words: <c>orders_12m >= 6</c> becomes "orders a year at least 6".</summary>
internal sealed class ConditionWords(IReadOnlyList<ColumnOptions> columns)
{
    /// <summary>The condition in words.</summary>
    public string Of(string condition)
    {
        var words = SqlConditionReader.Tokens(condition).Select(Word).Where(w => w.Length > 0);
        return string.Join(' ', words).Replace(" ,", ",", StringComparison.Ordinal);
    }

    private string Word(SqlToken token) => (token.Kind, token.Text) switch
    {
        (SqlTokenKind.Name, var name) => Name(name),
        (SqlTokenKind.Word, var word) => Name(word).ToLowerInvariant() switch { "null" => "missing", _ => Name(word) },
        (SqlTokenKind.Text, var text) => PlainWords.Of(text),
        (SqlTokenKind.Symbol, ">=") => "at least",
        (SqlTokenKind.Symbol, "<=") => "at most",
        (SqlTokenKind.Symbol, ">") => "above",
        (SqlTokenKind.Symbol, "<") => "below",
        (SqlTokenKind.Symbol, "=" or "==") => "is",
        (SqlTokenKind.Symbol, "<>" or "!=") => "is not",
        (SqlTokenKind.Symbol, "(" or ")") => string.Empty,
        (_, var text) => text,
    };

    private string Name(string word)
    {
        var column = columns.FirstOrDefault(c => string.Equals(c.Column, word, StringComparison.OrdinalIgnoreCase));
        return column is not null ? column.Name
            : word.All(char.IsUpper) ? word.ToLowerInvariant()
            : word;
    }
}
