using System.Globalization;
using System.Text.RegularExpressions;

namespace SkOrchestrator.Content;

/// <summary>The terms of an offer as its document declares them.</summary>
/// <param name="Percent">Discount in percent, 0–100.</param>
/// <param name="Amount">Discount as an amount of money.</param>
/// <param name="Minimum">Order value from which it holds.</param>
/// <param name="Currency">ISO 4217 currency of the amounts.</param>
/// <param name="Code">The code to enter.</param>
/// <param name="ValidUntil">The last day it holds.</param>
public sealed record Offer(decimal? Percent, decimal? Amount, decimal? Minimum, string? Currency, string? Code, DateOnly? ValidUntil)
{
    /// <summary>Whether a text says what the offer gives: its percentage, or its amount where that is not the minimum as well.</summary>
    public bool IsStatedIn(string text) => Holds(text, Percent, "%") || (Amount != Minimum && Holds(text, Amount, string.Empty));

    private static bool Holds(string text, decimal? figure, string after) => figure is { } value
        && Regex.IsMatch(text, $@"(?<![\d.,]){Regex.Escape(value.ToString("0.##", CultureInfo.InvariantCulture))}{after}(?!\d)", RegexOptions.CultureInvariant);
}
