using System.Globalization;
using SkOrchestrator.Content;
using SkOrchestrator.Data.Configuration;
using SkOrchestrator.Data.Configuration.Yaml;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Content;

/// <summary>Reads what a document says about itself: the front matter of Markdown, the keys of JSON.</summary>
internal static class DocumentFields
{
    /// <summary>Letters that two keys share when they probably mean the same: expires and expiry, country and countries.</summary>
    private const int SamePrefix = 5;

    private static readonly Dictionary<string, ContentStatus> Statuses = new()
    {
        ["draft"] = ContentStatus.Draft,
        ["approved"] = ContentStatus.Approved,
        ["withdrawn"] = ContentStatus.Withdrawn,
    };

    /// <summary>Reads the fields; what is wrong is noted among the problems. The document has no sections and no hash yet.</summary>
    public static ContentDocument Read(YamlMap map, string file, ProblemList problems, ContentNotes notes)
    {
        var reader = new YamlReader(map, string.Empty, problems);
        reader.Require("id", "title", "category", "status");
        var title = reader.Text("title") ?? string.Empty;
        var document = new ContentDocument
        {
            Id = DocumentId.From(reader.Text("id") ?? string.Empty),
            Title = title.Length == 0 ? title : CitableName.Of(title, file, reader.PlaceOf("title").Line, "title", notes),
            Category = reader.Text("category")?.ToLowerInvariant() ?? string.Empty,
            Status = reader.Choice("status", Statuses) ?? ContentStatus.Draft,
            Audience = Words(reader, "audience"),
            ApprovalDate = Date(reader, "approval_date"),
            ApprovedBy = reader.Text("approved_by"),
            ValidFrom = Date(reader, "valid_from"),
            ExpiresOn = Date(reader, "expires_on"),
            Countries = NameRules.Countries(reader, "countries", orSingle: true) ?? [],
            Languages = NameRules.Languages(reader, "languages", orSingle: true) ?? [],
            CtaUrl = NameRules.Link(reader, "cta_url"),
            LegalText = reader.Text("legal_text"),
            Offer = reader.Map("offer") is { } offer ? ReadOffer(offer) : null,
            Keywords = Words(reader, "keywords"),
            Sections = [],
            File = file,
            ContentSha256 = string.Empty,
        };
        RefuseContradictions(reader, document);
        JudgeUnknownKeys(reader, file, notes);
        return document;
    }

    /// <summary>A day in the form 2026-09-30.</summary>
    private static DateOnly? Date(YamlReader reader, string key)
    {
        if (reader.Text(key) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        reader.Problems.Add(
            ProblemKind.Format,
            reader.PlaceOf(key),
            $"{reader.NameOf(key)} is not a date",
            text,
            $"{key} as a date such as 2026-09-30");
        return null;
    }

    private static IReadOnlyList<string> Words(YamlReader reader, string key) =>
        reader.Texts(key, orSingle: true)?.Select(t => t.Text).Distinct(StringComparer.Ordinal).ToList() ?? [];

    private static Offer ReadOffer(YamlReader reader)
    {
        var offer = new Offer(
            (decimal?)reader.Number("percent", new NumberRange(0, 100, "percent") { IsAbove = true }),
            (decimal?)reader.Number("amount", new NumberRange(0, 1e9) { IsAbove = true }),
            (decimal?)reader.Number("minimum", new NumberRange(0, 1e9)),
            reader.Text("currency"),
            reader.Text("code"),
            Date(reader, "valid_until"));
        if (offer.Currency is { } currency && !(currency.Length == 3 && currency.All(char.IsAsciiLetterUpper)))
        {
            reader.Problems.Add(
                ProblemKind.Format,
                reader.PlaceOf("currency"),
                "offer.currency is not a currency",
                currency,
                "three capital letters (ISO 4217)");
        }

        if (offer is { Currency: null } and ({ Amount: not null } or { Minimum: > 0 }))
        {
            reader.Problems.Add(
                ProblemKind.Contradiction,
                reader.Place,
                "offer has an amount without currency",
                "no currency",
                "offer.currency, such as EUR");
        }

        reader.RefuseUnknownKeys();
        return offer;
    }

    private static void RefuseContradictions(YamlReader reader, ContentDocument document)
    {
        if (document.ExpiresOn < document.ValidFrom)
        {
            reader.Problems.Add(
                ProblemKind.Contradiction,
                reader.PlaceOf("expires_on"),
                "expires_on is before valid_from",
                reader.Text("expires_on"),
                "expires_on after valid_from");
        }

        if (document is { Status: ContentStatus.Approved, ApprovalDate: null } && reader.Find("approval_date") is null)
        {
            reader.Problems.Add(
                ProblemKind.MissingKey,
                reader.Place,
                "approved without approval_date",
                "no approval_date",
                "approval_date with status: approved");
        }
    }

    /// <summary>
    /// A key of another system does no harm. One that is nearly right would silently drop a limit: the document is put aside.
    /// </summary>
    private static void JudgeUnknownKeys(YamlReader reader, string file, ContentNotes notes)
    {
        foreach (var key in reader.UnknownKeys)
        {
            if (reader.KnownKeys.FirstOrDefault(known => IsNear(key.Text, known)) is { } meant)
            {
                reader.Problems.Add(
                    ProblemKind.UnknownKey,
                    key.Place,
                    $"{key.Text} is not a known key",
                    key.Text,
                    $"did you mean {meant}?");
            }
            else
            {
                notes.Ignore(
                    file,
                    key.Place.Line,
                    key.Text,
                    ProblemKind.UnknownKey,
                    key.Text,
                    $"one of {string.Join(", ", reader.KnownKeys)}");
            }
        }
    }

    private static bool IsNear(string found, string known) =>
        Spelling.Distance(found.ToLowerInvariant(), known) <= (known.Length < 8 ? 1 : 2) ||
        (known.Length >= SamePrefix && found.StartsWith(known[..SamePrefix], StringComparison.OrdinalIgnoreCase));
}
