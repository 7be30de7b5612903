using SkOrchestrator.Safety;

namespace SkOrchestrator.Tasks;

/// <summary>Arguments of <see cref="TaskName.ExplainVerdict"/>.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Phrases">The phrase book.</param>
public sealed record ExplainVerdictArguments(SafetyVerdict Verdict, PhraseBook Phrases);
