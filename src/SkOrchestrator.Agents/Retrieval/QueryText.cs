using System.Text;

namespace SkOrchestrator.Agents.Retrieval;

/// <summary>Makes plain search words of whatever a model says.</summary>
internal static class QueryText
{
    /// <summary>Longest query, in characters.</summary>
    public const int MaximumLength = 200;

    /// <summary>Letters, digits and single blanks; whole words up to <see cref="MaximumLength"/> characters.</summary>
    public static string Clean(string? text)
    {
        var plain = new StringBuilder();
        foreach (var rune in (text ?? string.Empty).EnumerateRunes())
        {
            plain.Append(Rune.IsLetterOrDigit(rune) ? rune.ToString() : " ");
        }

        var query = new StringBuilder();
        foreach (var word in plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (query.Length + word.Length + 1 > MaximumLength)
            {
                break;
            }

            query.Append(query.Length > 0 ? " " : string.Empty).Append(word);
        }

        return query.ToString();
    }
}
