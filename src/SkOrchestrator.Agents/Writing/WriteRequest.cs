using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Agents.Writing;

/// <summary>What the writer gets.</summary>
/// <param name="Conversation">Segment and arms.</param>
/// <param name="Snippets">What may be used and cited, best first.</param>
internal sealed record WriteRequest(ConversationRequest Conversation, IReadOnlyList<Snippet> Snippets);
