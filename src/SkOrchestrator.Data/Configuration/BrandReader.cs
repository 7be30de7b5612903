using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration.Yaml;

namespace SkOrchestrator.Data.Configuration;

/// <summary>Reads <c>brand_config.yaml</c>.</summary>
internal static class BrandReader
{
    private static readonly string[] Required =
        ["name", "sender", "reply_to", "postal_address", "unsubscribe_url", "allowed_hosts", "default_cta", "legal_footer", "sign_off"];

    /// <summary>Reads the options; problems are noted in the reader.</summary>
    public static BrandOptions Read(YamlReader reader)
    {
        reader.Require(Required);
        var name = NameRules.HeaderText(reader, "name") ?? string.Empty;
        var sender = reader.Map("sender");
        sender?.Require("name", "address");
        var action = reader.Map("default_cta");
        action?.Require("label", "url");
        var hosts = NameRules.Hosts(reader, "allowed_hosts");
        RefuseEmpty(reader, "allowed_hosts", hosts);
        var languages = NameRules.Languages(reader, "languages");
        RefuseEmpty(reader, "languages", languages);
        var options = new BrandOptions
        {
            Name = name,
            SenderName = (sender is null ? null : NameRules.HeaderText(sender, "name")) ?? name,
            SenderAddress = sender is null ? string.Empty : NameRules.Address(sender, "address") ?? string.Empty,
            ReplyTo = NameRules.Address(reader, "reply_to") ?? string.Empty,
            PostalAddress = reader.Text("postal_address") ?? string.Empty,
            UnsubscribeUrl = NameRules.Link(reader, "unsubscribe_url", hosts) ?? string.Empty,
            AllowedHosts = hosts ?? [],
            DefaultCallToAction = new CallToAction(
                action?.Text("label") ?? string.Empty,
                action is null ? string.Empty : NameRules.Link(action, "url", hosts) ?? string.Empty),
            Countries = NameRules.Countries(reader, "countries") ?? [],
            LegalFooter = reader.Text("legal_footer") ?? string.Empty,
            SignOff = reader.Text("sign_off") ?? string.Empty,
            BannedPhrases = reader.Texts("banned_phrases")?.Select(p => p.Text).Distinct(StringComparer.OrdinalIgnoreCase).ToList() ?? [],
        };
        sender?.RefuseUnknownKeys();
        action?.RefuseUnknownKeys();
        return options with { Languages = languages ?? options.Languages, Greeting = reader.Text("greeting") ?? options.Greeting };
    }

    private static void RefuseEmpty(YamlReader reader, string key, IReadOnlyList<string>? values)
    {
        if (values is { Count: 0 })
        {
            reader.Problems.Add(
                ProblemKind.MissingKey,
                reader.PlaceOf(key),
                $"{key} is empty",
                "an empty list",
                $"at least one of the {key.Replace('_', ' ')}");
        }
    }
}
