namespace SkOrchestrator.Reporting;

/// <summary>Segments that part the same customers by one column.</summary>
/// <param name="By">The column, or <c>segment</c> for the segments of a run.</param>
/// <param name="Segments">Its segments, in the order of the analysis.</param>
internal sealed record ReportBreakdown(string By, IReadOnlyList<string> Segments)
{
    /// <summary>What the segments of a run are called together.</summary>
    public const string Segment = "segment";

    /// <summary>
    /// The segments by what stands before <c>=</c>. A column whose own name holds that sign is found among <paramref name="columns"/>.
    /// The notebook groups them the same way.
    /// </summary>
    public static IReadOnlyList<ReportBreakdown> Of(IReadOnlyList<string> segments, IEnumerable<string> columns)
    {
        List<string> known = [.. columns.Distinct(StringComparer.Ordinal).OrderByDescending(c => c.Length).ThenBy(c => c, StringComparer.Ordinal)];
        return [.. segments.GroupBy(By, StringComparer.Ordinal).Select(g => new ReportBreakdown(g.Key, [.. g]))];

        string By(string segment) =>
            known.Find(c => segment.StartsWith(c + "=", StringComparison.Ordinal)) ??
            (segment.IndexOf('=', StringComparison.Ordinal) is > 0 and var end ? segment[..end] : Segment);
    }
}
