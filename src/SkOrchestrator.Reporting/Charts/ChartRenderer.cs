using ScottPlot;
using ScottPlot.TickGenerators;
using SkOrchestrator.Reporting.Fonts;

namespace SkOrchestrator.Reporting.Charts;

/// <summary>Draws a bar chart with ScottPlot. Whiskers, marks and names are drawn as text and lines, so that colour is never the only sign.</summary>
internal static class ChartRenderer
{
    /// <summary>Size of a chart in chart pixels.</summary>
    public const int Width = 640;

    /// <summary>Height in chart pixels.</summary>
    public const int Height = 340;

    private const double GroupWidth = 0.82;
    private const double WidestBar = 0.5;
    private const int ManyLifts = 9, ManyRates = 17;

    public static Plot Draw(BarChart chart)
    {
        BundledFonts.UseInCharts();
        var plot = new Plot();
        plot.Font.Set(BundledFonts.Family);
        var scale = ChartScale.Of(chart);
        Frame(plot, chart, scale);
        if (chart.IsDifference)
        {
            var zero = plot.Add.HorizontalLine(0);
            (zero.LineWidth, zero.Color) = (1.5f, ChartPalette.Ink);
        }

        var size = Math.Min(WidestBar, GroupWidth / Math.Max(1, chart.Groups.Select(g => g.Bars.Count(b => b is not null)).DefaultIfEmpty(1).Max()));
        var isDense = chart.Groups.Sum(g => g.Bars.Count(b => b is not null)) >= (chart.IsDifference ? ManyLifts : ManyRates);
        for (var group = 0; group < chart.Groups.Count; group++)
        {
            Bars(plot, chart, group, size, scale, isDense);
        }

        // over the bars, which would hide it
        if (chart.Stamp is { } stamp)
        {
            Stamp(plot, stamp, (chart.Groups.Count - 1) / 2d, (scale.Low + scale.High) / 2);
        }

        return plot;
    }

    private static void Bars(Plot plot, BarChart chart, int group, double size, ChartScale scale, bool isDense)
    {
        var present = chart.Groups[group].Bars.Select((bar, index) => (bar, index)).Where(x => x.bar is not null).ToList();
        for (var i = 0; i < present.Count; i++)
        {
            var (bar, index) = (present[i].bar!, present[i].index);
            var x = group + ((i - ((present.Count - 1) / 2d)) * size);
            if (bar.Value is { } value)
            {
                var colour = ChartPalette.Of(chart.Series[index], index);
                var isUnclear = chart.IsDifference && !(chart.HasDirection && bar.ExcludesZero);
                plot.Add.Bar(new Bar
                {
                    Position = x,
                    Value = value,
                    Size = size * 0.86,
                    FillColor = isUnclear ? ChartPalette.Unclear : colour,
                    LineColor = colour,
                    LineWidth = 1.5f,
                });
                Whisker(plot, x, size, bar, scale);
            }

            Name(plot, chart, x, bar, chart.Series[index], scale, isDense);
        }
    }

    private static void Whisker(Plot plot, double x, double size, BarValue bar, ChartScale scale)
    {
        if (bar.Low is null && bar.High is null)
        {
            return;
        }

        var low = Math.Max(bar.Low ?? bar.Value!.Value, scale.Floor);
        var high = Math.Min(bar.High ?? scale.Cut, scale.Cut);
        Line(plot, x, low, x, high);
        var (cap, head) = (Math.Min(size * 0.2, 0.05), (scale.High - scale.Low) * 0.035);
        End(plot, x, low, cap, bar.Low is null ? null : bar.Low < scale.Floor ? head : 0);
        End(plot, x, high, cap, bar.High is null || bar.High > scale.Cut ? -head : 0);
    }

    /// <summary>A cap; or an arrow head, of which <paramref name="head"/> says how far it reaches back; or nothing.</summary>
    private static void End(Plot plot, double x, double y, double cap, double? head)
    {
        if (head is { } back)
        {
            Line(plot, x - cap, y + back, x, y);
            Line(plot, x, y, x + cap, y + back);
        }
    }

    private static void Name(Plot plot, BarChart chart, double x, BarValue bar, ChartSeries series, ChartScale scale, bool isDense)
    {
        var value = chart.IsDifference ? ReportNumber.Lift(bar.Value) : ReportNumber.Percent(bar.Value / 100);
        var name = chart.IsDifference && chart.HasDirection ? $"{series.ShortName} {bar.Mark}" : series.ShortName;
        var top = Math.Min(new[] { bar.Value ?? 0, bar.High ?? (bar.Low is null ? 0 : scale.Cut), 0 }.Max(), scale.Cut);
        var label = plot.Add.Text(BundledFonts.Drawable(isDense ? name : $"{name}\n{value}"), x, top);
        (label.LabelAlignment, label.OffsetY) = (Alignment.LowerCenter, -3);
        (label.LabelFontSize, label.LabelFontColor, label.LabelFontName) = (isDense ? 9 : 10, ChartPalette.Ink, BundledFonts.Family);
    }

    private static void Line(Plot plot, double x1, double y1, double x2, double y2)
    {
        var line = plot.Add.Line(x1, y1, x2, y2);
        (line.LineColor, line.LineWidth, line.MarkerSize) = (ChartPalette.Ink, 1.2f, 0);
    }

    private static void Frame(Plot plot, BarChart chart, ChartScale scale)
    {
        plot.Title(BundledFonts.Drawable(chart.Stamp is null ? chart.Title : $"{chart.Title} · {chart.Stamp}"), 13);
        plot.Axes.Title.Label.Bold = true;
        plot.YLabel(BundledFonts.Drawable(chart.ValueLabel), 11);
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. chart.Groups.Select((_, i) => (double)i)],
            [.. chart.Groups.Select(g => BundledFonts.Drawable(ChartLabel.Wrap(g.Label, chart.Groups.Count)))]);
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        (plot.Axes.Bottom.TickLabelStyle.FontSize, plot.Axes.Left.TickLabelStyle.FontSize) = (11, 10);
        (plot.Axes.Right.FrameLineStyle.Width, plot.Axes.Top.FrameLineStyle.Width) = (0, 0);
        plot.Axes.Color(ChartPalette.Ink);
        plot.Axes.Left.FrameLineStyle.Color = ChartPalette.Quiet;
        plot.Axes.Bottom.FrameLineStyle.Color = ChartPalette.Quiet;
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Grid.YAxisStyle.MajorLineStyle.Color = ChartPalette.Grid;
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        plot.Axes.SetLimits(-0.6, Math.Max(1, chart.Groups.Count) - 0.4, scale.Low, scale.High);
        if (scale.IsCut)
        {
            plot.XLabel("Whiskers that end in an arrow go on beyond the chart.", 10);
            plot.Axes.Bottom.Label.Bold = false;
        }

        if (chart.Groups.Any(g => g.Bars.Count(b => b is not null) > 1))
        {
            Legend(plot, chart);
        }
    }

    private static void Legend(Plot plot, BarChart chart)
    {
        plot.Legend.ManualItems.AddRange(chart.Series.Select((series, index) => new LegendItem
        {
            LabelText = BundledFonts.Drawable(ChartLabel.Shorten(series.Name == series.ShortName ? series.Name : $"{series.ShortName}  {series.Name}")),
            FillColor = ChartPalette.Of(series, index),
            LabelFontSize = 10,
            LabelFontName = BundledFonts.Family,
        }));
        plot.Legend.Orientation = Orientation.Horizontal;
        (plot.Legend.TightHorizontalWrapping, plot.Legend.SymbolWidth, plot.Legend.InterItemPadding) = (true, 12, new PixelPadding(8, 4));
        (plot.Legend.OutlineWidth, plot.Legend.ShadowColor) = (0, Colors.Transparent);
        plot.ShowLegend(Edge.Bottom);
    }

    private static void Stamp(Plot plot, string stamp, double x, double y)
    {
        var text = plot.Add.Text(stamp, x, y);
        (text.LabelAlignment, text.LabelRotation, text.LabelBold) = (Alignment.MiddleCenter, -12, true);
        (text.LabelFontSize, text.LabelFontColor, text.LabelFontName) = (34, ChartPalette.Stamp.WithAlpha(.13), BundledFonts.Family);
    }
}
