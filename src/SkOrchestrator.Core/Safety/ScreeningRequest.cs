using SkOrchestrator.Identity;

namespace SkOrchestrator.Safety;

/// <summary>The texts of one variant, to be screened together.</summary>
/// <param name="VariantId">The variant.</param>
/// <param name="Texts">Its parts, their concatenation, and the message as the customer reads it.</param>
/// <param name="Blocklist">Words and phrases that always block.</param>
public sealed record ScreeningRequest(VariantId VariantId, IReadOnlyList<ScreenedText> Texts, IReadOnlyList<string> Blocklist);
