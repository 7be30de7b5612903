using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Tasks;

/// <summary>Arguments of <see cref="TaskName.FormulateQuery"/>.</summary>
/// <param name="Segment">The segment; null for the control message.</param>
/// <param name="Phrases">The phrase book.</param>
public sealed record FormulateQueryArguments(Segment? Segment, PhraseBook Phrases);
