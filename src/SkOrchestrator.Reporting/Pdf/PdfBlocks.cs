using SkiaSharp;
using SkOrchestrator.Reporting.Charts;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Pdf;

/// <summary>Sets the blocks of the report onto pages.</summary>
internal sealed class PdfBlocks(PdfPages pages, Func<Figure, ChartImages> imagesOf) : IDisposable
{
    private const float Gap = 8, SplitTablesFrom = 240, FirstLinesOfMessage = 110, SentenceWithCommand = 76, SmallerFigure = 0.72f;

    private readonly PdfFont _title = new(true, 22), _section = new(true, 15), _strong = new(true, 10.5f), _text = new(false, 9.5f);
    private readonly PdfFont _note = new(false, 8), _number = new(true, 16), _cell = new(false, 7.6f), _cellStrong = new(true, 7.6f), _head = new(true, 7.2f);

    public PdfPages Pages => pages;

    public void Title(ReportModel model)
    {
        Text(_title, model.Title, PdfStyle.Ink);
        Text(_text, model.Byline, PdfStyle.Quiet);
        if (model.Stamp is { } stamp)
        {
            pages.Skip(Gap);
            Box(PdfStyle.Warning, [(_strong, stamp), (_text, model.StampMeaning ?? string.Empty)]);
        }
    }

    public void Section(ReportSection section)
    {
        pages.Skip(14);
        // a heading stays with what follows it
        pages.Require(48 + (section.Blocks.FirstOrDefault() switch
        {
            Figure figure => HeightOf(figure) + 12,
            ReportTable table when Setter().Height(table) is var height and < SplitTablesFrom => height + 30,
            _ => 80,
        }));
        var y = pages.Y;
        pages.Draw(canvas =>
        {
            using var paint = new SKPaint { Color = PdfStyle.Line, StrokeWidth = 1.5f };
            canvas.DrawLine(PdfStyle.Left, y, PdfStyle.Left + PdfStyle.ContentWidth, y, paint);
            canvas.DrawNamedDestinationAnnotation(new SKPoint(PdfStyle.Left, y), section.Id);
        });
        pages.Skip(Gap);
        Text(_section, section.Title, PdfStyle.Ink);
        pages.Skip(4);
        for (var i = 0; i < section.Blocks.Count; i++)
        {
            // a command stands on the page of the sentence that leads to it
            pages.Require(i + 1 < section.Blocks.Count && section.Blocks[i + 1] is CommandLine ? SentenceWithCommand : 0);
            Block(section.Blocks[i]);
        }
    }

    public void Dispose()
    {
        foreach (var font in new[] { _title, _section, _strong, _text, _note, _number, _cell, _cellStrong, _head })
        {
            font.Dispose();
        }
    }

    /// <summary>Charts of further breakdowns are a little smaller, so that each stands on the page of its table.</summary>
    private static float WidthOf(Figure figure) => PdfStyle.ContentWidth * (figure.Breakdown > 0 ? SmallerFigure : 1);

    private static float HeightOf(Figure figure) => WidthOf(figure) * ChartRenderer.Height / ChartRenderer.Width;

    private void Block(ReportBlock block)
    {
        switch (block)
        {
            case Paragraph p:
                Text(p.IsNote ? _note : _text, p.Text, p.IsNote ? PdfStyle.Quiet : PdfStyle.Ink);
                pages.Skip(Gap / 2);
                break;
            case Subheading h:
                pages.Skip(Gap / 2);
                pages.Require(50);
                Text(_strong, h.Text, PdfStyle.Ink);
                pages.Skip(2);
                break;
            case BulletList list:
                foreach (var item in list.Items)
                {
                    Bullet(item);
                }

                break;
            case CommandLine command:
                Box(PdfStyle.Line, [(_text, command.Text)]);
                break;
            case Callout callout:
                Box(ColourOf(callout.Kind), [(_strong, callout.Title), .. callout.Lines.Select(line => (_text, line))]);
                break;
            case KeyNumbers numbers:
                Numbers(numbers);
                break;
            case ReportTable table:
                Table(table);
                break;
            case MessageCard card:
                Message(card);
                break;
            case Figure figure:
                Chart(figure);
                break;
            default:
                throw new InvalidOperationException($"No PDF for {block.GetType().Name}.");
        }
    }

    private void Text(PdfFont font, string text, SKColor colour, float indent = 0)
    {
        foreach (var line in font.Wrap(text, PdfStyle.ContentWidth - indent))
        {
            pages.Require(font.LineHeight);
            var y = pages.Y + font.Size;
            pages.Draw(canvas => font.Draw(canvas, line, PdfStyle.Left + indent, y, colour));
            pages.Skip(font.LineHeight);
        }
    }

    private void Bullet(string text)
    {
        pages.Require(_text.LineHeight);
        var y = pages.Y + _text.Size;
        pages.Draw(canvas => _text.Draw(canvas, "•", PdfStyle.Left + 2, y, PdfStyle.Accent));
        Text(_text, text, PdfStyle.Ink, 14);
        pages.Skip(3);
    }

    private void Table(ReportTable table)
    {
        var setter = Setter();
        pages.Skip(Gap / 2);

        // a short table is not torn apart
        pages.Require(setter.Height(table) is var height && height < SplitTablesFrom ? height + 24 : 110);
        Text(_strong, table.Caption, PdfStyle.Ink);
        pages.Skip(2);
        setter.Draw(table);
        pages.Skip(4);
        if (table.Note is { } note)
        {
            Text(_note, note, PdfStyle.Quiet);
        }

        pages.Skip(Gap);
    }

    private PdfTable Setter() => new(pages, _head, _cell, _cellStrong);

    private void Chart(Figure figure)
    {
        pages.Require(HeightOf(figure) + 40);
        var (y, images) = (pages.Y, imagesOf(figure));
        pages.Draw(canvas =>
        {
            canvas.Save();
            canvas.Translate(PdfStyle.Left, y);
            canvas.Scale(WidthOf(figure) / ChartRenderer.Width);
            images.DrawOn(canvas);
            canvas.Restore();
        });
        pages.Skip(HeightOf(figure) + 4);
        Text(_note, figure.Caption, PdfStyle.Quiet);
        pages.Skip(Gap);
    }

    private void Numbers(KeyNumbers numbers)
    {
        const float height = 58, gutter = 8;
        pages.Skip(Gap / 2);
        pages.Require(height);
        var width = (PdfStyle.ContentWidth - (gutter * (numbers.Numbers.Count - 1))) / numbers.Numbers.Count;
        var y = pages.Y;
        for (var i = 0; i < numbers.Numbers.Count; i++)
        {
            var (number, x) = (numbers.Numbers[i], PdfStyle.Left + (i * (width + gutter)));
            var detail = _note.Wrap(number.Detail, width - 12).Take(2).ToList();
            pages.Draw(canvas =>
            {
                using var border = new SKPaint { Color = PdfStyle.Line, IsStroke = true, StrokeWidth = 1 };
                canvas.DrawRoundRect(new SKRect(x, y, x + width, y + height), 4, 4, border);
                _note.Draw(canvas, Fonts.BundledFonts.Drawable(number.Label), x + 6, y + 13, PdfStyle.Quiet);
                _number.Draw(canvas, Fonts.BundledFonts.Drawable(number.Value), x + 6, y + 31, PdfStyle.Ink);
                for (var line = 0; line < detail.Count; line++)
                {
                    _note.Draw(canvas, detail[line], x + 6, y + 43 + (line * 9.5f), PdfStyle.Quiet);
                }
            });
        }

        pages.Skip(height + Gap);
    }

    /// <summary>A message may go on over a page break, but not right after its heading.</summary>
    private void Message(MessageCard card) => Box(PdfStyle.Line,
    [
        (_note, card.Title), (_strong, card.Subject), (_note, card.Preheader), .. card.Paragraphs.Select(p => (_text, p)),
        .. card.CallToAction is { } action ? [(_text, action)] : Array.Empty<(PdfFont, string)>(), (_note, card.Facts),
    ], FirstLinesOfMessage);

    /// <summary>
    /// Paragraphs behind a coloured bar; the bar goes on over page breaks. At least <paramref name="together"/> points stand on the first page,
    /// and no paragraph leaves its last line alone on a page.
    /// </summary>
    private void Box(SKColor colour, IReadOnlyList<(PdfFont Font, string Text)> paragraphs, float together = float.MaxValue)
    {
        const float indent = 12, space = 3;
        var height = paragraphs.Sum(p => (p.Font.Wrap(p.Text, PdfStyle.ContentWidth - indent).Count * p.Font.LineHeight) + space);
        pages.Require(Math.Min(Math.Min(height, together), pages.Floor - PdfStyle.Top));
        foreach (var (font, text) in paragraphs.Where(p => p.Text.Length > 0))
        {
            var lines = font.Wrap(text, PdfStyle.ContentWidth - indent);
            for (var i = 0; i < lines.Count; i++)
            {
                // two lines at a time at both ends of a paragraph
                pages.Require(font.LineHeight * (lines.Count > 1 && (i == 0 || i == lines.Count - 2) ? 2 : 1));
                var line = lines[i];
                var (top, baseline) = (pages.Y, pages.Y + font.Size);
                pages.Draw(canvas =>
                {
                    using var bar = new SKPaint { Color = colour };
                    canvas.DrawRect(PdfStyle.Left, top, 3, font.LineHeight + space, bar);
                    font.Draw(canvas, line, PdfStyle.Left + indent, baseline, font == _note ? PdfStyle.Quiet : PdfStyle.Ink);
                });
                pages.Skip(font.LineHeight);
            }

            pages.Skip(space);
        }

        pages.Skip(Gap);
    }

    private static SKColor ColourOf(CalloutKind kind) => kind switch
    {
        CalloutKind.Good => PdfStyle.Good,
        CalloutKind.Warning => PdfStyle.Warning,
        CalloutKind.Problem => PdfStyle.Problem,
        _ => PdfStyle.Accent,
    };
}
