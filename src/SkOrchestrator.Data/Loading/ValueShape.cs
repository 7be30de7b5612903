namespace SkOrchestrator.Data.Loading;

/// <summary>What the values of a column look like.</summary>
/// <param name="Filled">Rows with a value.</param>
/// <param name="Numbers">Values that are finite numbers.</param>
/// <param name="Truths">Values that are yes or no.</param>
/// <param name="Personal">Values that look like an address, a telephone number, a date or another mark of one person.</param>
/// <param name="Distinct">Different values.</param>
/// <param name="Shared">Rows whose value at least the minimum group of customers share.</param>
/// <param name="Codes">Values that are whole numbers of six digits or more.</param>
/// <param name="HasOneLength">Whether all values have the same number of characters.</param>
internal sealed record ValueShape(
    long Filled, long Numbers, long Truths, long Personal, long Distinct, long Shared, long Codes, bool HasOneLength)
{
    /// <summary>The shape of a column without a value.</summary>
    public static ValueShape Empty { get; } = new(0, 0, 0, 0, 0, 0, 0, true);

    /// <summary>Whether the values number the customers, as card or member numbers do.</summary>
    public bool IsNumbering => Codes == Filled && HasOneLength && Distinct * 100 >= Filled * 95;
}
