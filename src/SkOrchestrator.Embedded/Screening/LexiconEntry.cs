using SkOrchestrator.Safety;

namespace SkOrchestrator.Embedded.Screening;

/// <summary>A pattern of the lexicon and what it means.</summary>
/// <param name="Kind">Whether it raises or lowers.</param>
/// <param name="Category">Its category; null for all.</param>
/// <param name="Severity">The severity it gives, or the cap it sets, 0–7.</param>
/// <param name="Elements">The pattern.</param>
internal sealed record LexiconEntry(EntryKind Kind, SafetyCategory? Category, int Severity, IReadOnlyList<PatternElement> Elements);
