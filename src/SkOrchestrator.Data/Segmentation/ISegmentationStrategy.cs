namespace SkOrchestrator.Data.Segmentation;

/// <summary>Puts every customer into a group.</summary>
internal interface ISegmentationStrategy
{
    /// <summary>What segments made this way are called in <c>segments.json</c>.</summary>
    string Method { get; }

    /// <summary>
    /// Writes the table <c>segment_scores(customer_id, segment_group, runner_up, confidence, reason)</c> with one row per customer of <c>segment_input</c>;
    /// a null reason is filled in from the traits of the segment. Returns the groups by number, from 0, empty ones included.
    /// </summary>
    IReadOnlyList<SegmentGroup> Assign(IReadOnlyList<Feature> features, ICollection<string> notes);
}
