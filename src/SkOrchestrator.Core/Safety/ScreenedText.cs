namespace SkOrchestrator.Safety;

/// <summary>One text that is screened.</summary>
/// <param name="Part"><c>subject</c>, <c>preheader</c>, <c>body</c>, <c>all</c> or <c>as_read</c>.</param>
/// <param name="Text">The text.</param>
public sealed record ScreenedText(string Part, string Text);
