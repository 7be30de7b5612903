namespace SkOrchestrator.Data.Segmentation;

/// <summary>Mean, spread and skewness of a number. Sums are taken over decimals between 0 and 1, so they don't depend on the order of the rows.</summary>
/// <param name="Expression">The number in SQL.</param>
/// <param name="Count">Customers with a value.</param>
/// <param name="Minimum">Smallest value.</param>
/// <param name="Maximum">Largest value.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Deviation">Sample standard deviation; 0 when nothing varies.</param>
/// <param name="Skewness">Third standardised moment of the population; 0 when nothing varies.</param>
internal sealed record Moments(string Expression, long Count, double Minimum, double Maximum, double Mean, double Deviation, double Skewness)
{
    /// <summary>Makes the moments of sums of <c>u = (x − minimum) / range</c>, u² and u³.</summary>
    public static Moments Of(string expression, long count, double minimum, double maximum, double sum, double squares, double cubes)
    {
        if (count == 0 || maximum <= minimum)
        {
            return new(expression, count, minimum, maximum, minimum, 0, 0);
        }

        var range = maximum - minimum;
        var (first, second, third) = (sum / count, squares / count, cubes / count);
        var variance = Math.Max(0, second - (first * first));
        var skewness = variance > 0 ? (third - (3 * first * second) + (2 * first * first * first)) / Math.Pow(variance, 1.5) : 0;
        var deviation = count > 1 ? range * Math.Sqrt(variance * count / (count - 1)) : 0;
        return new(expression, count, minimum, maximum, minimum + (range * first), deviation, skewness);
    }
}
