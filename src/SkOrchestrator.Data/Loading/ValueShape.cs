namespace SkOrchestrator.Data.Loading;

/// <summary>What the values of a column look like.</summary>
/// <param name="Rows">All rows.</param>
/// <param name="Filled">Rows with a value.</param>
/// <param name="Numbers">Values that are finite numbers.</param>
/// <param name="Truths">Values that are yes or no.</param>
/// <param name="Addresses">Values with an <c>@</c> inside.</param>
/// <param name="Distinct">Different values.</param>
internal sealed record ValueShape(long Rows, long Filled, long Numbers, long Truths, long Addresses, long Distinct);
