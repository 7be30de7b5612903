using System.Text;
using SkOrchestrator.Configuration;

namespace SkOrchestrator.Messages;

/// <summary>The plain text of a message as its reader gets it: citations removed, call to action, legal lines and footer on.</summary>
public static class ReaderText
{
    /// <summary>The text below the subject line, LF line ends.</summary>
    public static string Compose(MessageVariant variant, BrandOptions brand)
    {
        var text = new StringBuilder(CitationText.Remove(variant.Body).Trim()).Append('\n');
        if (variant.CallToAction is { } action)
        {
            text.Append('\n').Append(action.Label).Append(": ").Append(action.Url).Append('\n');
        }

        text.Append("\n--\n");
        foreach (var line in variant.LegalLines)
        {
            text.Append(line).Append('\n');
        }

        return text.Append(brand.LegalFooter).Append('\n')
            .Append(brand.PostalAddress).Append('\n')
            .Append("Unsubscribe: ").Append(brand.UnsubscribeUrl).Append('\n')
            .ToString();
    }
}
