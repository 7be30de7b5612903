using SkiaSharp;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Pdf;

/// <summary>Sets a table: column widths by content, rows wrapped, the heading repeated on every page.</summary>
internal sealed class PdfTable(PdfPages pages, PdfFont head, PdfFont body, PdfFont rowHead)
{
    private const float CellPadding = 3.2f, MostSpare = 16;

    /// <summary>The height of the whole table.</summary>
    public float Height(ReportTable table)
    {
        var widths = Widths(table);
        return HeightOf(Lines([.. table.Columns.Select(c => c.Header)], widths, _ => head), head) +
            table.Rows.Sum(row => HeightOf(Lines(row, widths, i => i == 0 ? rowHead : body), body));
    }

    public void Draw(ReportTable table)
    {
        var widths = Widths(table);
        var header = Lines([.. table.Columns.Select(c => c.Header)], widths, _ => head);
        var isFirst = true;
        foreach (var row in table.Rows)
        {
            var cells = Lines(row, widths, i => i == 0 ? rowHead : body);
            var height = HeightOf(cells, body);
            if (isFirst || (height > pages.Room && !pages.IsAtTop))
            {
                if (!isFirst)
                {
                    pages.Break();
                }

                Row(table, header, widths, head, HeightOf(header, head), isHeader: true);
                isFirst = false;
            }

            Row(table, cells, widths, body, height, isHeader: false);
        }
    }

    private void Row(ReportTable table, List<IReadOnlyList<string>> cells, float[] widths, PdfFont font, float height, bool isHeader)
    {
        // a row that is higher than a page is drawn in parts
        var line = 0;
        var lines = cells.Max(c => c.Count);
        while (line < lines)
        {
            var fitting = Math.Max(1, Math.Min(lines - line, (int)((pages.Room - (2 * CellPadding)) / font.LineHeight)));
            DrawLines(table, cells, widths, isHeader, line, fitting, font.LineHeight);
            pages.Skip((fitting * font.LineHeight) + (2 * CellPadding));
            line += fitting;
            if (line < lines)
            {
                pages.Break();
            }
        }

        var (y, width) = (pages.Y, isHeader ? 1f : 0.5f);
        pages.Draw(canvas =>
        {
            using var paint = new SKPaint { Color = isHeader ? PdfStyle.Ink : PdfStyle.Line, StrokeWidth = width };
            canvas.DrawLine(PdfStyle.Left, y, PdfStyle.Left + widths.Sum(), y, paint);
        });
    }

    private void DrawLines(
        ReportTable table, List<IReadOnlyList<string>> cells, float[] widths, bool isHeader, int first, int count, float lineHeight)
    {
        var top = pages.Y + CellPadding;
        var x = PdfStyle.Left;
        for (var column = 0; column < cells.Count; column++)
        {
            var font = isHeader ? head : column == 0 ? rowHead : body;
            var isNumber = table.Columns[column].IsNumber;
            var at = isNumber ? x + widths[column] - CellPadding : x + CellPadding;
            var part = cells[column].Skip(first).Take(count).ToList();
            pages.Draw(canvas =>
            {
                for (var i = 0; i < part.Count; i++)
                {
                    font.Draw(canvas, part[i], at, top + (i * lineHeight) + font.Size, isHeader ? PdfStyle.Quiet : PdfStyle.Ink,
                        isNumber ? SKTextAlign.Right : SKTextAlign.Left);
                }
            });
            x += widths[column];
        }
    }

    private static float HeightOf(List<IReadOnlyList<string>> cells, PdfFont font) => (cells.Max(c => c.Count) * font.LineHeight) + (2 * CellPadding);

    private static List<IReadOnlyList<string>> Lines(IReadOnlyList<string> texts, float[] widths, Func<int, PdfFont> font) =>
        [.. texts.Select((text, i) => font(i).Wrap(Glued(text), widths[i] - (2 * CellPadding)))];

    /// <summary>A mark stands on the line of the word that it marks.</summary>
    private static string Glued(string text) => text.Length > 1 && text[0] is '▲' or '▼' or '●' && text[1] == ' ' ? $"{text[0]}\u00a0{text[2..]}" : text;

    /// <summary>Every column gets its longest word; what is left goes to columns by what their texts would still like to have.</summary>
    private float[] Widths(ReportTable table)
    {
        // without half a point to spare, rounding would break a word that just fits
        const float padding = 2 * CellPadding, rounding = 0.5f;
        var count = table.Columns.Count;
        var (least, wanted) = (new float[count], new float[count]);
        for (var i = 0; i < count; i++)
        {
            var font = i == 0 ? rowHead : body;
            var column = i;
            var cells = table.Rows.Select(r => Glued(r[column])).ToList();
            var widestWord = cells.Select(font.LongestWord).Append(head.LongestWord(table.Columns[i].Header)).Max();
            least[i] = Math.Min(widestWord, PdfStyle.ContentWidth / 3) + padding + rounding;
            wanted[i] = Math.Max(least[i], cells.Select(c => font.Measure(Fonts.BundledFonts.Drawable(c))).Append(head.Measure(table.Columns[i].Header)).Max() + padding);
        }

        // a table that needs less than the page is no wider, so that what belongs together stands together
        var spare = PdfStyle.ContentWidth - wanted.Sum();
        return spare >= 0 ? [.. wanted.Select(w => w + Math.Min(spare / count, MostSpare))]
            : least.Sum() > PdfStyle.ContentWidth ? Capped(least)
            : Shared(least, wanted);
    }

    /// <summary>Room beyond the longest words goes to the columns by what they still want, and no column gets more than that.</summary>
    private static float[] Shared(float[] least, float[] wanted)
    {
        var widths = least.ToArray();
        var open = Enumerable.Range(0, least.Length).Where(i => wanted[i] > least[i]).ToList();
        while (open.Count > 0)
        {
            var (room, wishes) = (PdfStyle.ContentWidth - widths.Sum(), open.Sum(i => MathF.Sqrt(wanted[i] - least[i])));
            var full = open.Where(i => widths[i] + (room * MathF.Sqrt(wanted[i] - least[i]) / wishes) >= wanted[i]).ToList();
            foreach (var i in full.Count > 0 ? full : open)
            {
                widths[i] = full.Count > 0 ? wanted[i] : widths[i] + (room * MathF.Sqrt(wanted[i] - least[i]) / wishes);
            }

            open = full.Count > 0 ? [.. open.Except(full)] : [];
        }

        return widths;
    }

    /// <summary>Where even the longest words don't fit, the widest columns give way and their words are broken; narrow ones keep theirs.</summary>
    private static float[] Capped(float[] least)
    {
        var (cap, left, open) = (0f, PdfStyle.ContentWidth, least.Length);
        foreach (var width in least.Order())
        {
            cap = left / open;
            if (width > cap)
            {
                break;
            }

            (left, open) = (left - width, open - 1);
        }

        return [.. least.Select(w => Math.Min(w, cap))];
    }
}
