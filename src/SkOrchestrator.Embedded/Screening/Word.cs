namespace SkOrchestrator.Embedded.Screening;

/// <summary>A word of a screened text.</summary>
/// <param name="Forms">What it may stand for, in the spelling of the lexicon: as written first, then with disguises undone.</param>
/// <param name="Sentence">Which sentence it stands in, counted from 0.</param>
internal readonly record struct Word(IReadOnlyList<string> Forms, int Sentence);
