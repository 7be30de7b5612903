namespace SkOrchestrator.Diagnostics;

/// <summary>Something wrong in an input file, said so that its owner can mend it.</summary>
/// <param name="Code">A stable code, such as <c>CFG012</c>.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column in the line, counted from 1.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should stand there.</param>
/// <param name="Fix">What to do.</param>
public sealed record Diagnostic(
    string Code,
    string Message,
    string? File = null,
    long? Line = null,
    int? Column = null,
    string? Found = null,
    string? Expected = null,
    string? Fix = null);
