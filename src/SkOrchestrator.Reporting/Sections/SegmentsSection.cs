using SkOrchestrator.Reporting.Model;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>Who the segments are and what defines them.</summary>
internal static class SegmentsSection
{
    private const int FeaturesShown = 4;

    public static ReportSection? Build(ReportFacts facts)
    {
        if (facts.Campaign is not { Segments: { Count: > 0 } segments })
        {
            return null;
        }

        var table = new ReportTable(
            "segments", "Who they are",
            [new("Segment"), new("Customers", true), new("Share", true), new("What defines it (segment against everyone)"), new("Mean confidence", true)],
            [.. segments.Select(s => (IReadOnlyList<string>)
                [
                    facts.SegmentName(s.SegmentId.Value), ReportNumber.Count(s.Size), ReportNumber.Percent(s.Share),
                    string.Join("; ", s.DefiningFeatures.Take(FeaturesShown).Select(Describe)), ReportNumber.Amount(s.Quality.MeanConfidence),
                ])],
            QualityNote(segments));
        return new ReportSection("segments", "Segments",
        [
            table,
            new BulletList([.. segments.Select(s => Sentence(facts, s))]),
        ]);
    }

    /// <summary>A description that begins with the label needs no second one.</summary>
    private static string Sentence(ReportFacts facts, Segment segment)
    {
        var (label, description) = (facts.SegmentName(segment.SegmentId.Value), facts.Words.Line(segment.Description));
        return description.StartsWith(label + ":", StringComparison.Ordinal) ? description : $"{label}: {description}";
    }

    private static string Describe(DefiningFeature feature)
    {
        Func<double?, string> write = feature.IsShare ? ReportNumber.Percent : ReportNumber.Rough;
        var trait = feature.Trait is "high" or "low" or "yes" or "no" ? string.Empty : " = " + ReportText.Line(feature.Trait);
        return $"{ReportText.Line(feature.Name)}{trait} {write(feature.SegmentValue)} ({write(feature.OverallValue)})";
    }

    private static string QualityNote(IReadOnlyList<Segment> segments)
    {
        var method = string.Join(", ", segments.Select(s => ReportText.Line(s.Method)).Distinct(StringComparer.Ordinal));
        var quality = segments[0].Quality;
        return quality.Stability is null && quality.Silhouette is null
            ? $"Method: {method}."
            : $"Method: {method}. Mean silhouette {ReportNumber.Amount(segments.Average(s => s.Quality.Silhouette))}, " +
              $"stability {ReportNumber.Amount(segments.Average(s => s.Quality.Stability))} (1 = the same segments on every resample).";
    }
}
