using SkOrchestrator.Messages;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Tasks;

/// <summary>Arguments of <see cref="TaskName.SecondOpinion"/>.</summary>
/// <param name="Variant">The message.</param>
/// <param name="Verdict">The verdict it got.</param>
/// <param name="Phrases">The phrase book.</param>
public sealed record SecondOpinionArguments(MessageVariant Variant, SafetyVerdict Verdict, PhraseBook Phrases);
