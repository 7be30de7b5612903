namespace SkOrchestrator.Content;

/// <summary>The terms of an offer as its document declares them.</summary>
/// <param name="Percent">Discount in percent, 0–100.</param>
/// <param name="Amount">Discount as an amount of money.</param>
/// <param name="Minimum">Order value from which it holds.</param>
/// <param name="Currency">ISO 4217 currency of the amounts.</param>
/// <param name="Code">The code to enter.</param>
/// <param name="ValidUntil">The last day it holds.</param>
public sealed record Offer(decimal? Percent, decimal? Amount, decimal? Minimum, string? Currency, string? Code, DateOnly? ValidUntil);
