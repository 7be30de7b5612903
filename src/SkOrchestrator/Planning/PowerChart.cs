using System.Globalization;

namespace SkOrchestrator.Planning;

/// <summary>A power curve in characters: one bar per lift, with a mark at the power that is wanted.</summary>
internal static class PowerChart
{
    private const int Width = 40;

    /// <summary>The lines of the chart; none without a curve.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="plain">Whether only plain characters are used.</param>
    public static IEnumerable<string> Lines(PlannedMetric metric, bool plain)
    {
        if (metric.Curve.All(p => p.Power is null))
        {
            yield break;
        }

        var (full, empty, mark) = plain ? ('#', '.', '|') : ('█', '░', '│');
        yield return string.Empty;
        yield return $"Power for {metric.Metric}, by true lift ({mark} marks 80 %)";
        foreach (var point in metric.Curve)
        {
            var lift = string.Create(CultureInfo.InvariantCulture, $"  +{point.LiftPercent:0}%").PadRight(8);
            yield return point.Power is { } power
                ? lift + Bar(power, full, empty, mark) + string.Create(CultureInfo.InvariantCulture, $" {power * 100,3:0}%")
                : $"{lift}{new string(' ', Width)}   –";
        }
    }

    private static string Bar(double power, char full, char empty, char mark)
    {
        var filled = (int)Math.Round(power * Width);
        var bar = new string(full, filled).PadRight(Width, empty).ToCharArray();
        bar[(int)Math.Round(PowerOutlook.Target * Width) - 1] = mark;
        return new string(bar);
    }
}
