using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SkOrchestrator.Statistics;

/// <summary>
/// Hashes to [0, 1) of other systems. The product assigns with a query of its own; these show that the reference values can be reached from .NET, for a team that
/// has to continue an assignment made elsewhere.
/// </summary>
internal static class AssignmentFamilies
{
    public static IReadOnlyDictionary<string, ReferenceFamily> All { get; } = new Dictionary<string, ReferenceFamily>
    {
        ["assignment"] = new(new Dictionary<string, Func<ReferenceCase, object?>> { ["results"] = Results }, []),
    };

    private static IEnumerable<object?> Results(ReferenceCase c)
    {
        string Text(string input) => c.Inputs.GetProperty(input).GetString()!;
        return c.Inputs.GetProperty("values").EnumerateArray().Select(v => v.GetString()!).Select(value => Text("kind") switch
        {
            "growthbook_fnv1a_v1" => Bucket(value, Fnv1a(value + Text("seed")) % 1000 / 1000.0),
            "growthbook_fnv1a_v2" => Bucket(value, Fnv1a(Fnv1a(Text("seed") + value).ToString(CultureInfo.InvariantCulture)) % 10_000 / 10_000.0),
            "planout_sha1_uniform" => PlanOut(value, Text("salt")),
            _ => Sha256(value, Text("salt")),
        });
    }

    private static Dictionary<string, object?> Bucket(string value, double bucket) => new() { ["value"] = value, ["bucket"] = bucket };

    private static Dictionary<string, object?> Uniform(string value, ulong hash, double uniform) =>
        new() { ["value"] = value, ["hash"] = hash.ToString(CultureInfo.InvariantCulture), ["uniform"] = uniform };

    private static Dictionary<string, object?> PlanOut(string value, string salt)
    {
        ulong hash = BinaryPrimitives.ReadUInt64BigEndian(SHA1.HashData(Encoding.UTF8.GetBytes(salt + value))) >> 4;
        return Uniform(value, hash, hash / (double)0xFFFFFFFFFFFFFFF);
    }

    private static Dictionary<string, object?> Sha256(string value, string salt)
    {
        ulong hash = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(salt + value)));
        return Uniform(value, hash, (hash >> 11) / (double)(1L << 53));
    }

    private static uint Fnv1a(string text) => text.Aggregate(2166136261u, (hash, unit) => unchecked((hash ^ unit) * 16777619));
}
