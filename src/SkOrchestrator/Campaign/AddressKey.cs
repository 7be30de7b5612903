namespace SkOrchestrator.Campaign;

/// <summary>What keys the hashes that stand for e-mail addresses: a variable, and without it the brand's name.</summary>
internal static class AddressKey
{
    public const string Variable = "SKO_ADDRESS_KEY";

    private const string Brand = "brand";

    /// <summary>The key.</summary>
    public static string Of(string brand) => Environment.GetEnvironmentVariable(Variable) ?? brand;

    /// <summary>Where the key comes from, for the record.</summary>
    public static string Source => Environment.GetEnvironmentVariable(Variable) is null ? Brand : Variable;
}
