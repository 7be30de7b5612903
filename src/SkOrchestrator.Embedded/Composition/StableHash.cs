namespace SkOrchestrator.Embedded.Composition;

/// <summary>A hash that is the same on every machine and in every run; the composer's only source of variety.</summary>
internal static class StableHash
{
    /// <summary>FNV-1a (64 bit) over UTF-16 units, with the finaliser of MurmurHash3 so that similar texts spread.</summary>
    public static ulong Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return hash ^ (hash >> 33);
    }

    /// <summary>A number from 0 to below 1.</summary>
    public static double Fraction(string text) => (Of(text) >> 11) / (double)(1UL << 53);
}
