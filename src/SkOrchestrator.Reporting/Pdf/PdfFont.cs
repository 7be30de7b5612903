using SkiaSharp;
using SkOrchestrator.Reporting.Fonts;

namespace SkOrchestrator.Reporting.Pdf;

/// <summary>A weight and size of the bundled font that can measure and wrap text.</summary>
internal sealed class PdfFont : IDisposable
{
    private readonly SKFont _font;
    private readonly Dictionary<string, float> _widths = new(StringComparer.Ordinal);

    public PdfFont(bool isBold, float size)
    {
        _font = new SKFont(isBold ? BundledFonts.Bold : BundledFonts.Regular, size) { Subpixel = true };
        Size = size;
    }

    public float Size { get; }

    /// <summary>Distance between base lines.</summary>
    public float LineHeight => Size * 1.38f;

    /// <summary>The width of a text in points.</summary>
    public float Measure(string text)
    {
        if (!_widths.TryGetValue(text, out var width))
        {
            _widths[text] = width = _font.MeasureText(text);
        }

        return width;
    }

    /// <summary>The width of the longest word.</summary>
    public float LongestWord(string text) => BundledFonts.Drawable(text).Split(' ').Max(Measure);

    /// <summary>Breaks a text at blanks into lines no wider than <paramref name="width"/>; a longer word is cut into pieces.</summary>
    public IReadOnlyList<string> Wrap(string text, float width)
    {
        var lines = new List<string>();
        var (line, length) = (string.Empty, 0f);
        var blank = Measure(" ");
        foreach (var piece in BundledFonts.Drawable(text).Split(' ').SelectMany(word => Pieces(word, width)))
        {
            var pieceWidth = Measure(piece);
            if (line.Length > 0 && length + blank + pieceWidth <= width)
            {
                (line, length) = ($"{line} {piece}", length + blank + pieceWidth);
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            (line, length) = (piece, pieceWidth);
        }

        lines.Add(line);
        return lines;
    }

    public void Draw(SKCanvas canvas, string text, float x, float baseline, SKColor colour, SKTextAlign align = SKTextAlign.Left)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(text, x, baseline, align, _font, paint);
    }

    public void Dispose() => _font.Dispose();

    private IEnumerable<string> Pieces(string word, float width)
    {
        while (Measure(word) > width && word.Length > 1)
        {
            var count = word.Length - 1;
            while (count > 1 && _font.MeasureText(word.AsSpan(0, count)) > width)
            {
                count--;
            }

            // never between the halves of a surrogate pair
            count = count > 1 && char.IsHighSurrogate(word[count - 1]) ? count - 1 : count;
            yield return word[..count];
            word = word[count..];
        }

        yield return word;
    }
}
