namespace SkOrchestrator.Content;

/// <summary>A paragraph or list of a document.</summary>
/// <param name="ParagraphIndex">Position among all blocks of the document, counted from 0; headings are not counted, a list is one block.</param>
/// <param name="Text">Plain text, white space collapsed.</param>
public sealed record ContentBlock(int ParagraphIndex, string Text);
