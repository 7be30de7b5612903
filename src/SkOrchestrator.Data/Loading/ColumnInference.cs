using System.Text.RegularExpressions;
using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Loading;

/// <summary>Roles of columns that the configuration does not describe: first by name, then by what the values look like.</summary>
internal static partial class ColumnInference
{
    private const double NearlyAll = 0.95;
    private const int FewLevels = 20;

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

    /// <summary>The role that the values of a column suggest.</summary>
    public static FileColumn ByValues(FileColumn column, ValueShape shape)
    {
        var role = shape switch
        {
            { Filled: 0 } => ColumnRole.Ignore,
            _ when shape.Addresses * 100 >= shape.Filled => ColumnRole.Personal,
            _ when shape.Truths == shape.Filled => ColumnRole.Boolean,
            _ when shape.Numbers >= NearlyAll * shape.Filled => ColumnRole.Numeric,
            _ when shape.Distinct > FewLevels && shape.Distinct * 2 > shape.Rows => ColumnRole.Ignore,
            _ => ColumnRole.Categorical,
        };
        return With(column, role);
    }

    private static FileColumn With(FileColumn column, ColumnRole role) =>
        column with { Options = new ColumnOptions(column.TableName, role) { Name = column.Name.Replace('_', ' ') } };

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Spaced(string name) => WordBorder().Replace(name, " ").ToLowerInvariant();

    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})|[^\p{L}\p{N}]+")]
    private static partial Regex WordBorder();

    [GeneratedRegex(
        @"\b(names?|firstname|lastname|surname|forename|fullname|phone|mobile|telephone|address|street|birth\w*|dob|postcode|iban|passport|ssn)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex PersonalName();
}
