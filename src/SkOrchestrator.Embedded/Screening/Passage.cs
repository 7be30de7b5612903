namespace SkOrchestrator.Embedded.Screening;

/// <summary>A sentence or paragraph as words.</summary>
/// <param name="Words">Its words in lower case, those with digits left out.</param>
/// <param name="IsList">Whether it reads like an enumeration, which has no small words in any language.</param>
internal sealed record Passage(IReadOnlyList<string> Words, bool IsList);
