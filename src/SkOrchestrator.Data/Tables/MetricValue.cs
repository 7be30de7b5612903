using System.Globalization;

namespace SkOrchestrator.Data.Tables;

/// <summary>Reads the values of metrics and covariates, in the words that the customer file knows too.</summary>
internal static class MetricValue
{
    /// <summary>Numbers beyond are taken for errors; their squares would cost the digits of all others.</summary>
    private const double Largest = 1e15;

    /// <summary>What a number looks like.</summary>
    public const string ExpectedNumber = "a number with a decimal point, such as 12.5, from -1e15 to 1e15";

    /// <summary>1 for yes and 0 for no.</summary>
    public static MetricReading ReadBinary(string text, out double value)
    {
        value = 0;
        switch (text)
        {
            case "0":
                return MetricReading.Good;
            case "1":
                value = 1;
                return MetricReading.Good;
            case "":
                return MetricReading.Empty;
        }

        switch (text.ToLowerInvariant())
        {
            case "yes" or "y" or "true" or "t":
                value = 1;
                return MetricReading.Good;
            case "no" or "n" or "false" or "f":
                return MetricReading.Good;
        }

        if (ReadNumber(text, out var number) != MetricReading.Good)
        {
            return MetricReading.Unreadable;
        }

        value = number;
        return number is 0 or 1 ? MetricReading.Good : MetricReading.OtherNumber;
    }

    /// <summary>A finite number with a decimal point.</summary>
    public static MetricReading ReadNumber(string text, out double value)
    {
        value = 0;
        return text.Length == 0 ? MetricReading.Empty
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && Math.Abs(value) <= Largest ? MetricReading.Good
            : MetricReading.Unreadable;
    }
}
