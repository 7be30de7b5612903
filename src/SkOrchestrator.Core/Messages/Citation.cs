using SkOrchestrator.Identity;

namespace SkOrchestrator.Messages;

/// <summary>A pointer from a message to the section that supports it.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Title">Its title.</param>
/// <param name="Section">The section.</param>
/// <param name="ParagraphIndex">The paragraph, counted from 0 in the document.</param>
/// <param name="Quote">The words of the source that support the claim.</param>
public sealed record Citation(DocumentId DocumentId, string Title, string Section, int ParagraphIndex, string Quote);
