using SkOrchestrator.Agents;
using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Configuration;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Planning;

/// <summary>
/// Counts the model calls of a run: the prompts of the library, each as often as its agent asks it. A message that isn't written after all drafts costs
/// no comment of the safety agent, so that it never costs less than a message whose first draft is accepted.
/// </summary>
internal static class CallEstimator
{
    private const string Write = "write_";

    public static CallEstimate Of(PromptLibrary prompts, AgentsOptions agents, IReadOnlyList<Segment> segments, int minimumGroup, IReadOnlyList<TreatmentArm> treatments)
    {
        var described = segments.Count(s => s.Size >= minimumGroup && !s.IsBelowPrivacyMinimum);
        var conversations = segments.Count + 1;
        var messages = (segments.Count * treatments.Count) + 1;
        List<CallRange> calls = [.. prompts.Prompts.Select(p => p.Name switch
        {
            "segmentation/describe_segment" => Always(p, described),
            "retrieval/formulate_query" => Always(p, conversations),
            "safety/explain_verdict" or "safety/second_opinion" => Always(p, agents.Advisory ? messages : 0),
            "experiment/narrate_result" => Always(p, 1),
            _ when p.Function.StartsWith(Write, StringComparison.Ordinal) => Drafts(p, MessagesOf(p.Function[Write.Length..], segments.Count, treatments), agents.MaxAttempts),
            _ => Always(p, 0),
        }).Where(c => c.Most > 0)];
        return new CallEstimate(
            calls.Sum(c => c.Least),
            calls.Sum(c => c.Most),
            CostUsdLeast: 0,
            CostUsdMost: 0,
            calls,
            $"The embedded provider works in this process and costs nothing. The range reckons with 1 to {agents.MaxAttempts} drafts a message; a conversation for which there is no approved content costs fewer.");
    }

    /// <summary>One message per segment for each treatment of the tone, and one for control.</summary>
    private static int MessagesOf(string tone, int segments, IReadOnlyList<TreatmentArm> treatments) =>
        (segments * treatments.Count(t => t.Tone == tone)) + (tone == ConversationRequest.ControlTone ? 1 : 0);

    private static CallRange Always(PromptFile prompt, int calls) => new(prompt.Name, calls, calls);

    private static CallRange Drafts(PromptFile prompt, int messages, int attempts) => new(prompt.Name, messages, messages * attempts);
}
