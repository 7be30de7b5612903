using System.Text.RegularExpressions;
using SkOrchestrator.Data.Configuration.Yaml;

namespace SkOrchestrator.Data.Configuration;

/// <summary>The form of ids, languages, countries, addresses and links.</summary>
internal static partial class NameRules
{
    /// <summary>Ids become file names and parts of other ids: small letters, digits, dashes and underscores.</summary>
    public static string? Id(YamlReader reader, string key) =>
        Match(reader, key, IdForm(), "up to 60 small letters, digits, - and _, a letter or digit first");

    /// <summary>An e-mail address.</summary>
    public static string? Address(YamlReader reader, string key) => Match(reader, key, AddressForm(), "an e-mail address");

    /// <summary>The name of an environment variable.</summary>
    public static string? EnvironmentVariable(YamlReader reader, string key) =>
        Match(reader, key, VariableForm(), "the name of an environment variable");

    /// <summary>Two-letter codes, in small letters.</summary>
    public static IReadOnlyList<string>? Languages(YamlReader reader, string key, bool orSingle = false) =>
        Codes(reader, key, orSingle, "two-letter language codes (ISO 639-1)")?.ConvertAll(c => c.ToLowerInvariant());

    /// <summary>Two-letter codes, in capital letters.</summary>
    public static IReadOnlyList<string>? Countries(YamlReader reader, string key, bool orSingle = false) =>
        Codes(reader, key, orSingle, "two-letter country codes (ISO 3166)")?.ConvertAll(c => c.ToUpperInvariant());

    /// <summary>Host names alone, in small letters.</summary>
    public static IReadOnlyList<string>? Hosts(YamlReader reader, string key)
    {
        var hosts = reader.Texts(key);
        foreach (var host in hosts?.Where(h => !h.Text.Contains('.') || Uri.CheckHostName(h.Text) != UriHostNameType.Dns) ?? [])
        {
            reader.Problems.Add(
                ProblemKind.Format,
                host.Place,
                $"{reader.NameOf(key)} holds something else than a host name",
                host.Text,
                "a host such as www.example.com");
        }

        return hosts?.Select(h => h.Text.ToLowerInvariant()).Distinct().ToList();
    }

    /// <summary>A name that stands in a mail header: one line.</summary>
    public static string? HeaderText(YamlReader reader, string key)
    {
        if (reader.Find(key) is YamlText { IsNull: false } text && text.Text.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029'))
        {
            reader.Problems.Add(
                ProblemKind.Format,
                text.Place,
                $"{reader.NameOf(key)} holds a line break or another control character",
                expected: "text on one line",
                fix: "write it on one line, without | and without \\n");
            return null;
        }

        return reader.Text(key);
    }

    /// <summary>A full https link.</summary>
    /// <param name="reader">The mapping.</param>
    /// <param name="key">The key.</param>
    /// <param name="hosts">The hosts it may point to; null = any.</param>
    public static string? Link(YamlReader reader, string key, IReadOnlyList<string>? hosts = null)
    {
        if (reader.Text(key) is not { } text)
        {
            return null;
        }

        var isLink = Uri.TryCreate(text, UriKind.Absolute, out var uri) &&
            uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 && !NotInLinks().IsMatch(text);
        if (!isLink)
        {
            reader.Problems.Add(
                ProblemKind.Format,
                reader.PlaceOf(key),
                $"{reader.NameOf(key)} is not a link",
                text,
                "a full https:// address without blanks, quotes, commas, angle brackets and control characters",
                "write such characters in their encoded form, such as %20 for a blank");
            return null;
        }

        if (hosts is not null && !hosts.Contains(uri!.Host, StringComparer.OrdinalIgnoreCase))
        {
            reader.Problems.Add(
                ProblemKind.Format,
                reader.PlaceOf(key),
                $"{reader.NameOf(key)} points to a host that is not allowed",
                uri.Host,
                $"one of {string.Join(", ", hosts)}",
                "change the link, or add the host to allowed_hosts");
        }

        return text;
    }

    private static string? Match(YamlReader reader, string key, Regex form, string expected)
    {
        if (reader.Text(key) is not { } text || form.IsMatch(text))
        {
            return reader.Text(key);
        }

        reader.Problems.Add(ProblemKind.Format, reader.PlaceOf(key), $"{reader.NameOf(key)} has a wrong form", text, expected);
        return null;
    }

    private static List<string>? Codes(YamlReader reader, string key, bool orSingle, string expected)
    {
        var codes = reader.Texts(key, orSingle);
        foreach (var code in codes?.Where(c => !CodeForm().IsMatch(c.Text)) ?? [])
        {
            reader.Problems.Add(
                ProblemKind.Format,
                code.Place,
                $"{reader.NameOf(key)} holds something else than codes",
                code.Text,
                expected);
        }

        return codes?.Select(c => c.Text).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9_-]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();

    [GeneratedRegex(
        @"\A[^\s@<>()\[\]"",;:\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex AddressForm();

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex VariableForm();

    // What would end the link, or begin another one, in a mail header (RFC 2369) or an attribute.
    [GeneratedRegex("""[\s\p{C}"'`<>,\\]""", RegexOptions.CultureInvariant)]
    private static partial Regex NotInLinks();

    [GeneratedRegex(@"\A[A-Za-z]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
