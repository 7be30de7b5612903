using System.Globalization;

namespace SkOrchestrator.Data.Configuration.Yaml;

/// <summary>The numbers that are allowed; it says itself in words.</summary>
/// <param name="Minimum">The smallest number.</param>
/// <param name="Maximum">The largest number.</param>
/// <param name="Unit">What is counted, such as <c>days</c>; may be empty.</param>
internal sealed record NumberRange(double Minimum, double Maximum = double.PositiveInfinity, string Unit = "")
{
    /// <summary>Whether the minimum itself is excluded.</summary>
    public bool IsAbove { get; init; }

    /// <summary>Whether the maximum itself is excluded.</summary>
    public bool IsBelow { get; init; }

    /// <summary>Whether only whole numbers are allowed.</summary>
    public bool IsWhole { get; init; }

    /// <summary>0 to 1, both included.</summary>
    public static NumberRange Rate { get; } = new(0, 1);

    /// <summary>0 up to, but not including, 1.</summary>
    public static NumberRange ShareBelowOne { get; } = new(0, 1) { IsBelow = true };

    /// <summary>0 and more.</summary>
    public static NumberRange NotNegative { get; } = new(0);

    /// <summary>More than 0.</summary>
    public static NumberRange Positive { get; } = new(0) { IsAbove = true };

    /// <summary>The range in words: "a whole number from 0 to 7".</summary>
    public string Words => string.Join(' ', new[] { IsWhole ? "a whole number" : "a number", Lower, Upper, Unit }.Where(w => w.Length > 0));

    private string Lower => double.IsNegativeInfinity(Minimum) ? "" : IsAbove ? $"above {Show(Minimum)}" : $"from {Show(Minimum)}";

    private string Upper => double.IsPositiveInfinity(Maximum) ? "" : IsBelow ? $"to below {Show(Maximum)}" : $"to {Show(Maximum)}";

    /// <summary>Whether the number is in the range. A whole number must also fit 32 bits.</summary>
    public bool Contains(double number) =>
        (IsAbove ? number > Minimum : number >= Minimum) &&
        (IsBelow ? number < Maximum : number <= Maximum) &&
        (!IsWhole || (number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue));

    private static string Show(double number) => number.ToString(CultureInfo.InvariantCulture);
}
