namespace SkOrchestrator.Reporting.Model;

/// <summary>An approved message as reviewers see it, citations included.</summary>
/// <param name="Title">Variant and arm.</param>
/// <param name="Subject">Subject line.</param>
/// <param name="Preheader">Preheader.</param>
/// <param name="Paragraphs">The body's paragraphs, with citations.</param>
/// <param name="CallToAction">The link; null = none.</param>
/// <param name="Facts">Who wrote it, words, verdict.</param>
internal sealed record MessageCard(
    string Title, string Subject, string Preheader, IReadOnlyList<string> Paragraphs, string? CallToAction, string Facts) : ReportBlock;
