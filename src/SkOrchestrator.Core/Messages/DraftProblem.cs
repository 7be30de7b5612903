namespace SkOrchestrator.Messages;

/// <summary>What a check found in a draft.</summary>
/// <param name="Rule">The rule's id, such as <c>CITE-UNKNOWN</c>.</param>
/// <param name="Severity">Warning or error.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Fix">What the writer should do.</param>
public sealed record DraftProblem(string Rule, ProblemSeverity Severity, string Message, string Fix);
