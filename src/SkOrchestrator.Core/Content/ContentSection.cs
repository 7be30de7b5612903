namespace SkOrchestrator.Content;

/// <summary>A section of a document: what stands under one <c>##</c> heading.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Blocks">Its paragraphs and lists.</param>
public sealed record ContentSection(string Title, IReadOnlyList<ContentBlock> Blocks);
