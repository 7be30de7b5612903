using System.Security.Cryptography;
using System.Text;

namespace SkOrchestrator.Messages;

/// <summary>The fingerprint of a message: approvals and verdicts hold for exactly this content.</summary>
public static class ContentHash
{
    /// <summary>Lower-case hex SHA-256 of subject, preheader and body in NFC with LF line ends, joined by U+001F.</summary>
    public static string Of(string subject, string preheader, string body)
    {
        var text = string.Join('\u001f', Normalise(subject), Normalise(preheader), Normalise(body));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string Normalise(string text) => text.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC);
}
