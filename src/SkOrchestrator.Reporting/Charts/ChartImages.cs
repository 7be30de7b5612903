using System.Text.RegularExpressions;
using ScottPlot;
using SkiaSharp;

namespace SkOrchestrator.Reporting.Charts;

/// <summary>A drawn chart in the formats that files need; each is made once.</summary>
internal sealed partial class ChartImages
{
    private const int PngScale = 2;

    private readonly Plot _plot;

    public ChartImages(BarChart chart)
    {
        _plot = ChartRenderer.Draw(chart);
        Svg = FontFamily().Replace(
            Renumbered(_plot.GetSvgXml(ChartRenderer.Width, ChartRenderer.Height).ReplaceLineEndings("\n")),
            "font-family=\"Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif\"");
        _plot.ScaleFactor = PngScale;
        Png = _plot.GetImageBytes(ChartRenderer.Width * PngScale, ChartRenderer.Height * PngScale, ImageFormat.Png);
        _plot.ScaleFactor = 1;
    }

    /// <summary>The chart as SVG text.</summary>
    public string Svg { get; }

    /// <summary>The chart as PNG, two image pixels per chart pixel.</summary>
    public byte[] Png { get; }

    /// <summary>Draws the chart as vectors in its own coordinates, 640 × 340.</summary>
    public void DrawOn(SKCanvas canvas) => _plot.Render(canvas, new PixelRect(0, ChartRenderer.Width, ChartRenderer.Height, 0));

    /// <summary>Skia numbers clips through the life of the process; here they count from 1 in every chart, so that the same chart is the same file.</summary>
    private static string Renumbered(string svg)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return ClipId().Replace(svg, m =>
        {
            if (!numbers.TryGetValue(m.Value, out var number))
            {
                numbers[m.Value] = number = numbers.Count + 1;
            }

            return $"cl_{number}";
        });
    }

    [GeneratedRegex(@"(?<=id=""|url\(#)cl_[0-9a-f]+")]
    private static partial Regex ClipId();

    [GeneratedRegex("font-family=\"[^\"]*\"")]
    private static partial Regex FontFamily();
}
