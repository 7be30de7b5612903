using System.Globalization;
using DuckDB.NET.Data;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>Finds the audiences that every customer of a segment fits.</summary>
internal sealed class AudienceMatcher(DuckDBConnection connection)
{
    /// <summary>Audience names by segment number, from 1, each list in alphabetical order.</summary>
    public ILookup<int, string> Match(IReadOnlyDictionary<string, string> audiences) => audiences
        .OrderBy(a => a.Key, StringComparer.Ordinal)
        .SelectMany(a => Segments(a.Value).Select(number => (Number: number, Name: a.Key)))
        .ToLookup(a => a.Number, a => a.Name);

    private List<int> Segments(string condition) => connection.Query(SegmentationSql.Script("segment_audiences", ("condition", condition)),
        r => Convert.ToInt32(r.GetValue(0), CultureInfo.InvariantCulture));
}
