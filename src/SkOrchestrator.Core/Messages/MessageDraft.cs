namespace SkOrchestrator.Messages;

/// <summary>What the writer returned, read from its structured output; not checked yet.</summary>
/// <param name="Subject">Subject line.</param>
/// <param name="Preheader">The line that mail programs show after the subject.</param>
/// <param name="Body">Plain text with citations <c>[Source: Title, Section]</c>; paragraphs are separated by blank lines.</param>
/// <param name="CallToAction">The words of the link; the target is set by code.</param>
/// <param name="Quotes">Quotes the writer gave for its citations.</param>
public sealed record MessageDraft(string Subject, string Preheader, string Body, string CallToAction, IReadOnlyList<DraftQuote> Quotes);
