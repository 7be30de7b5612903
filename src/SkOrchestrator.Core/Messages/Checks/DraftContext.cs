using SkOrchestrator.Configuration;
using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Messages.Checks;

/// <summary>What a draft is held against.</summary>
/// <param name="Snippets">What was retrieved for the variant; only this may be cited.</param>
/// <param name="Brand">The brand.</param>
public sealed record DraftContext(IReadOnlyList<Snippet> Snippets, BrandOptions Brand);
