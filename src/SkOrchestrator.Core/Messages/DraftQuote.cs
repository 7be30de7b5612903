namespace SkOrchestrator.Messages;

/// <summary>A quote that a draft gives for one of its citations.</summary>
/// <param name="Title">Title of the cited document.</param>
/// <param name="Section">The cited section.</param>
/// <param name="Quote">The words of the source.</param>
public sealed record DraftQuote(string Title, string Section, string Quote);
