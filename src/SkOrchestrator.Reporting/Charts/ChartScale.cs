namespace SkOrchestrator.Reporting.Charts;

/// <summary>The range of the value axis. Very long whiskers are cut, so that the bars stay readable.</summary>
/// <param name="Low">Bottom of the axis.</param>
/// <param name="Floor">Where long whiskers end below.</param>
/// <param name="High">Top of the axis; the part above <paramref name="Cut"/> is left for names.</param>
/// <param name="Cut">Where long whiskers end.</param>
/// <param name="IsCut">Whether a whisker is longer than the chart.</param>
internal sealed record ChartScale(double Low, double Floor, double High, double Cut, bool IsCut)
{
    private const double LongestWhisker = 2;
    private const double SmallestLimit = 50;
    private const double RoomForNames = 0.24, RoomBelow = 0.05;

    public static ChartScale Of(BarChart chart)
    {
        var bars = chart.Groups.SelectMany(g => g.Bars).OfType<BarValue>().Where(b => b.Value is not null).ToList();
        var largest = bars.Select(b => Math.Abs(b.Value!.Value)).DefaultIfEmpty(1).Max();
        var limit = Math.Max(largest * LongestWhisker, chart.IsDifference ? SmallestLimit : double.Epsilon);
        var top = bars.SelectMany(b => new[] { b.Value, b.High }).OfType<double>().Append(0).Max();
        var bottom = bars.SelectMany(b => new[] { b.Value, b.Low }).OfType<double>().Append(0).Min();
        var (high, low) = (Math.Min(top, limit), chart.IsDifference ? Math.Max(bottom, -limit) : 0);

        // what the axis would show anyway is not cut
        var shown = Math.Max(high - low, 1e-9);
        (high, low) = (top <= high + (shown * RoomForNames) ? top : high, chart.IsDifference && bottom >= low - (shown * RoomBelow) ? bottom : low);
        var span = high - low > 0 ? high - low : 1;
        return new ChartScale(low < 0 ? low - (span * RoomBelow) : 0, low, high + (span * RoomForNames), high, top > high || (chart.IsDifference && bottom < low));
    }
}
