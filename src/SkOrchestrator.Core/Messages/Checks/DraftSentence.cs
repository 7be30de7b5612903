namespace SkOrchestrator.Messages.Checks;

/// <summary>A sentence of a body, and the citations that stand in it or right after it.</summary>
/// <param name="Text">The sentence without citations.</param>
/// <param name="Citations">What stands in its citations: "Title, Section".</param>
internal sealed record DraftSentence(string Text, IReadOnlyList<string> Citations);
