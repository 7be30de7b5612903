using System.Text.RegularExpressions;
using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Loading;

/// <summary>Roles of columns that the configuration does not describe: first by name, then by what the values look like.</summary>
internal static partial class ColumnInference
{
    private const double NearlyAll = 0.95;
    private const double MostRows = 0.9;
    private const int FewLevels = 20;
    private const int MostFeatures = 40;

    private static readonly string[] EmailNames = ["email", "mail", "emailaddress", "mailaddress"];

    /// <summary>Roles that names alone give away; the others stay open.</summary>
    public static IReadOnlyList<FileColumn> ByName(IReadOnlyList<FileColumn> columns)
    {
        var hasEmail = columns.Any(column => column.Options?.Role == ColumnRole.Email);
        var email = hasEmail ? null : columns.FirstOrDefault(column => column.Options is null && EmailNames.Contains(Letters(column.Name)));
        var consents = columns.Any(column => column.Options?.Role == ColumnRole.Consent)
            ? []
            : columns.Where(column => column.Options is null && Letters(column.Name).Contains("consent", StringComparison.Ordinal)).ToList();
        var forMail = consents.Where(column => Letters(column.Name).Contains("mail", StringComparison.Ordinal)).ToList();
        var consent = forMail.Count > 0 ? forMail : consents;
        return [.. columns.Select(column => column.Options is not null ? column
            : column == email ? With(column, ColumnRole.Email)
            : consent.Contains(column) ? With(column, ColumnRole.Consent)
            : PersonalName().IsMatch(Spaced(column.Name)) ? With(column, ColumnRole.Personal)
            : Letters(column.Name) is "country" or "countrycode" ? With(column, ColumnRole.Country)
            : Letters(column.Name) is "language" or "locale" ? With(column, ColumnRole.Language)
            : column)];
    }

    /// <summary>
    /// The role that the values of a column suggest. What looks personal anywhere is personal; text is a category only where few levels cover
    /// nearly everyone and many customers share each; all other text is dropped.
    /// </summary>
    public static FileColumn ByValues(FileColumn column, ValueShape shape)
    {
        var role = shape switch
        {
            { Filled: 0 } => ColumnRole.Ignore,
            _ when shape.Personal * 100 >= shape.Filled || shape.IsNumbering => ColumnRole.Personal,
            _ when shape.Truths == shape.Filled => ColumnRole.Boolean,
            _ when shape.Numbers >= NearlyAll * shape.Filled => ColumnRole.Numeric,
            { Distinct: <= FewLevels } when shape.Shared >= MostRows * shape.Filled => ColumnRole.Categorical,
            _ => ColumnRole.Ignore,
        };
        return With(column, role);
    }

    /// <summary>The columns with at most forty guessed features, the first ones of the file; the others are dropped, and their names returned.</summary>
    public static (IReadOnlyList<FileColumn> Columns, IReadOnlyList<string> Dropped) Limit(IReadOnlyList<FileColumn> columns)
    {
        var surplus = columns
            .Where(column => column is { IsInferred: true, Options.Role: ColumnRole.Numeric or ColumnRole.Categorical or ColumnRole.Boolean })
            .Skip(MostFeatures)
            .ToHashSet();
        return (
            [.. columns.Select(column => surplus.Contains(column) ? With(column, ColumnRole.Ignore) : column)],
            [.. surplus.Select(column => column.Name)]);
    }

    /// <summary>What was made of the columns that are not described.</summary>
    public static string Note(IReadOnlyList<FileColumn> columns)
    {
        var roles = columns.ToLookup(column => column.Options!.Role is ColumnRole.Personal or ColumnRole.Ignore);
        var parts = new[]
        {
            roles[false].Any() ? $"used, with the role that their name or values suggest: {string.Join(", ", roles[false].Select(Words))}" : null,
            roles[true].Any() ? $"dropped, because they look personal or say too little: {string.Join(", ", roles[true].Select(Words))}" : null,
        };
        return $"Columns that segmentation_config.yaml does not describe, {string.Join("; ", parts.OfType<string>())}.";
    }

    private static string Words(FileColumn column) => $"{column.Name} ({column.Options!.Role.ToString().ToLowerInvariant()})";

    private static FileColumn With(FileColumn column, ColumnRole role) =>
        column with { Options = new ColumnOptions(column.TableName, role) { Name = column.Name.Replace('_', ' ') }, IsInferred = true };

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Spaced(string name) => WordBorder().Replace(name, " ").ToLowerInvariant();

    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})|[^\p{L}\p{N}]+")]
    private static partial Regex WordBorder();

    [GeneratedRegex(
        @"\b(\p{L}*names?|\p{L}*naam|\p{L}*namen?|nom|pr[eé]nom|nome|cognome|nombre|apellidos?|\p{L}*phones?|tel|tel[eé]?fo\p{L}*|mobile?|mobiel|m[oó]vil|handy|gsm|fax|whatsapp"
        + @"|\p{L}*address|adress?e?|anschrift|indirizzo|direcci[oó]n|street|stra(ß|ss)e|straat|rue|postcode|postal|postleitzahl|plz|zip\p{L}*"
        + @"|birth\p{L}*|born|dob|gebor?en|geboorte\p{L}*|geburt\p{L}*|naissance|iban|bic|passport|ssn|bsn|ip)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex PersonalName();
}
