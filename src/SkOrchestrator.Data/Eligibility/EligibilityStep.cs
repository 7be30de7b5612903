using System.Globalization;
using DuckDB.NET.Data;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Loading;
using SkOrchestrator.Experiment;

namespace SkOrchestrator.Data.Eligibility;

/// <summary>Takes out everyone who must not or need not be mailed, before anything random happens.</summary>
internal sealed class EligibilityStep(DuckDBConnection connection, LoadedTable table)
{
    public EligibilityResult Apply(EligibilityRules rules)
    {
        CustomerList.ReadSuppressions(connection, rules.SuppressionsPath);
        CustomerList.ReadContacts(connection, rules.ContactHistoryPath);
        var sendAt = rules.SendAt.UtcDateTime;
        connection.Run(SqlScript.Read("read_lists.sql"), ("send_at", sendAt));

        var consent = table.WithRole(ColumnRole.Consent).Select(column => column.Column).ToList();
        var language = table.WithRole(ColumnRole.Language).FirstOrDefault()?.Column;
        var country = table.WithRole(ColumnRole.Country).FirstOrDefault()?.Column;
        var hasAddresses = table.WithRole(ColumnRole.Email).Any();
        connection.Run(
            SqlScript.Read(
                "exclude.sql",
                ("consent", SqlScript.Identifiers(consent)),
                ("language", Column(language)),
                ("country", Column(country))),
            ("send_at", sendAt),
            ("has_addresses", hasAddresses),
            ("cap", rules.ContactHistoryPath is null ? 0 : rules.Contact.FrequencyCap),
            ("period_seconds", rules.Contact.Period.TotalSeconds),
            ("languages", rules.Languages.Select(Normal).ToList()),
            ("countries", rules.Countries.Select(code => code.Trim().ToUpperInvariant()).ToList()),
            ("sample_salt", $"sample|{rules.ExperimentId}|{rules.Seed}|"),
            ("sample_size", rules.SampleSize ?? long.MaxValue));
        if (rules.HoldoutShare > 0)
        {
            connection.Run(SqlScript.Read("hold_out.sql"), ("held_at", sendAt), ("share", rules.HoldoutShare));
        }

        var funnel = FunnelCount.Read(connection, table);
        return new EligibilityResult(funnel, [.. HeldOut(funnel), .. Notes(rules, consent.Count > 0, hasAddresses, language, country)]);
    }

    private static IEnumerable<string> HeldOut(Funnel funnel)
    {
        if (funnel.HeldOut > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{funnel.HeldOut:N0} customers are held out and mailed nothing; they have a segment like everyone else, so the sizes of the segments count them.");
        }
    }

    private IEnumerable<string> Notes(EligibilityRules rules, bool hasConsent, bool hasAddresses, string? language, string? country)
    {
        if (!hasConsent)
        {
            yield return "The customer file has no consent column: nobody was left out for missing consent.";
        }

        if (rules.SuppressionsPath is null)
        {
            yield return "No suppression list was given.";
        }

        if (!hasAddresses)
        {
            yield return "The customer file has no e-mail column: the unit of assignment is the customer_id, and suppressed addresses match nobody.";
        }

        if (rules.Contact.FrequencyCap > 0 && rules.ContactHistoryPath is null)
        {
            yield return "A frequency cap is set, but no contact history was given: the cap was not applied.";
        }

        if (language is not null && rules.Languages.Count > 0 && Empty(language) is > 0 and var speechless)
        {
            yield return $"{speechless} customers have no language; they count as readers of the campaign's language.";
        }

        if (rules.Countries.Count > 0 && country is null)
        {
            yield return "The campaign is limited to countries, but the customer file has no country column: the limit was not applied.";
        }
        else if (rules.Countries.Count > 0 && Empty(country!) is > 0 and var homeless)
        {
            yield return $"{homeless} customers have no country; the campaign is limited to countries, so they are not mailed.";
        }
    }

    private long Empty(string column) => connection.Count($"select count(*) from customers where {SqlScript.Identifier(column)} is null");

    private static string Column(string? name) => name is null ? "null::varchar" : SqlScript.Identifier(name);

    private static string Normal(string language) => language.Trim().Split('-', '_')[0].ToLowerInvariant();
}
