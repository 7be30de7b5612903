using SkOrchestrator.Runs;

namespace SkOrchestrator.Campaign;

/// <summary>What keys the hashes that stand for e-mail addresses: a variable, and without it the brand's name.</summary>
internal static class AddressKey
{
    public const string Variable = "SKO_ADDRESS_KEY";

    private const string Brand = "brand";

    /// <summary>The key.</summary>
    public static string Of(string brand) => Environment.GetEnvironmentVariable(Variable) ?? brand;

    /// <summary>The key of an earlier run.</summary>
    /// <param name="source">What <see cref="Source"/> was then.</param>
    /// <param name="brand">The brand's name then.</param>
    /// <exception cref="UsageException">The variable that the run used isn't set.</exception>
    public static string OfRun(string source, string brand) => source == Brand ? brand
        : Environment.GetEnvironmentVariable(Variable) ?? throw new UsageException(
            "RUN007", $"the addresses of this run are hashed with the key in {Variable}, and that variable isn't set", $"set {Variable} to what it was when the run was made");

    /// <summary>Where the key comes from, for the record.</summary>
    public static string Source => Environment.GetEnvironmentVariable(Variable) is null ? Brand : Variable;
}
