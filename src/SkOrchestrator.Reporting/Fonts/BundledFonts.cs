using System.Text;
using ScottPlot;
using SkiaSharp;

namespace SkOrchestrator.Reporting.Fonts;

/// <summary>
/// The font that the product carries (Inter, OFL-1.1), so that charts and PDF have text on a machine without fonts. One typeface per weight
/// for the whole process: a PDF embeds a font once per typeface instance.
/// </summary>
internal static class BundledFonts
{
    /// <summary>The family name that charts ask for.</summary>
    public const string Family = "Inter";

    private static readonly Lazy<SKTypeface> RegularFace = new(() => Load("Inter_400Regular.ttf"));
    private static readonly Lazy<SKTypeface> BoldFace = new(() => Load("Inter_700Bold.ttf"));
    private static readonly Lazy<bool> ChartsUseIt = new(() =>
    {
        ScottPlot.Fonts.FontResolvers.Insert(0, new Resolver());
        ScottPlot.Fonts.Default = Family;
        return true;
    });

    public static SKTypeface Regular => RegularFace.Value;

    public static SKTypeface Bold => BoldFace.Value;

    /// <summary>Makes charts draw with the bundled font; once per process.</summary>
    public static void UseInCharts() => _ = ChartsUseIt.Value;

    /// <summary>Whether the font has every character of a text.</summary>
    public static bool CanDraw(string text) =>
        text.All(char.IsAscii) || text.Normalize(NormalizationForm.FormC).EnumerateRunes().All(r => Regular.ContainsGlyph(r.Value));

    /// <summary>The text with a question mark for every run of characters that the font can't draw, so that no empty boxes appear.</summary>
    public static string Drawable(string text)
    {
        if (text.All(char.IsAscii))
        {
            return text;
        }

        var drawable = new StringBuilder(text.Length);
        var isReplaced = false;
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var isKnown = rune.Value == '\n' || Regular.ContainsGlyph(rune.Value);
            if (isKnown)
            {
                drawable.Append(rune);
            }
            else if (!isReplaced)
            {
                drawable.Append('?');
            }

            isReplaced = !isKnown;
        }

        return drawable.ToString();
    }

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(BundledFonts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font {name} is not embedded.");
        return SKTypeface.FromStream(stream) ?? throw new InvalidOperationException($"The font {name} can't be read.");
    }

    private sealed class Resolver : IFontResolver
    {
        public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
            weight >= FontWeight.SemiBold ? Bold : Regular;

        public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => bold ? Bold : Regular;
    }
}
