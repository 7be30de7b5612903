using SkOrchestrator.Analysis;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Tasks;

/// <summary>Arguments of <see cref="TaskName.NarrateResult"/>.</summary>
/// <param name="Analysis">The analysis; the only source of numbers.</param>
/// <param name="Segments">The segments, for their labels.</param>
/// <param name="Phrases">The phrase book.</param>
public sealed record NarrateResultArguments(ExperimentAnalysis Analysis, IReadOnlyList<Segment> Segments, PhraseBook Phrases);
