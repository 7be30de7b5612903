using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SkOrchestrator.Safety;

/// <summary>The form of the audit: its header, the text of a row, and the hash that ties a row to the one before.</summary>
internal static class AuditRow
{
    public const string Header =
        "sequence,timestamp,run_id,variant_id,status,category,severity,hate,self_harm,sexual,violence,threshold,screen,content_sha256,previous_hash,hash";

    /// <summary>The head of an audit without rows.</summary>
    public static AuditHead Start { get; } = new(0, new string('0', 64));

    /// <summary>The text of a row without line end, and the head after it.</summary>
    public static (string Text, AuditHead Head) Format(SafetyVerdict verdict, string runId, AuditHead previous)
    {
        var body = string.Join(',',
            Number(previous.Rows + 1),
            verdict.At.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture),
            Cell(runId),
            Cell(verdict.VariantId.Value),
            verdict.Status,
            Cell(verdict.Category),
            Number(verdict.Severity),
            Number(SeverityOf(verdict, SafetyCategory.Hate)),
            Number(SeverityOf(verdict, SafetyCategory.SelfHarm)),
            Number(SeverityOf(verdict, SafetyCategory.Sexual)),
            Number(SeverityOf(verdict, SafetyCategory.Violence)),
            Number(verdict.Threshold),
            Cell(verdict.Screen),
            Cell(verdict.ContentSha256),
            previous.Hash);
        var hash = Hash(body);
        return ($"{body},{hash}", new AuditHead(previous.Rows + 1, hash));
    }

    /// <summary>Lower-case hex SHA-256 of a row's text up to and including its previous hash.</summary>
    public static string Hash(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    private static int? SeverityOf(SafetyVerdict verdict, SafetyCategory category) =>
        verdict.Severities.TryGetValue(category, out var severity) ? severity : null;

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>A text cell: on one line, inert in a spreadsheet, quoted where needed.</summary>
    private static string Cell(string value)
    {
        var text = string.Concat(value.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
        if (text is ['=' or '+' or '-' or '@', ..])
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny(',', '"') < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
