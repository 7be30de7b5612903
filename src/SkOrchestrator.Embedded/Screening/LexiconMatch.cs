namespace SkOrchestrator.Embedded.Screening;

/// <summary>Where an entry of the lexicon occurs.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Start">Its first word.</param>
/// <param name="End">The word after its last.</param>
internal readonly record struct LexiconMatch(LexiconEntry Entry, int Start, int End);
