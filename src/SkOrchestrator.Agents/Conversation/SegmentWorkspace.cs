using System.Diagnostics;
using SkOrchestrator.Messages;
using SkOrchestrator.Retrieval;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Agents.Conversation;

/// <summary>The typed records of one group chat. Agents work on these; what they say is the readable account.</summary>
internal sealed class SegmentWorkspace(ConversationRequest request)
{
    public ConversationRequest Request { get; } = request;

    /// <summary>Queries and results; null until the retrieval agent has spoken.</summary>
    public IReadOnlyList<RetrievalResult>? Retrievals { get; set; }

    /// <summary>What may be used and cited: the last result that holds anything.</summary>
    public IReadOnlyList<Snippet> Snippets => Retrievals?.LastOrDefault(r => r.Snippets.Count > 0)?.Snippets ?? [];

    /// <summary>One variant per arm; null until the writer has spoken or was skipped.</summary>
    public IReadOnlyList<MessageVariant>? Variants { get; set; }

    /// <summary>Decisions so far, in variant order.</summary>
    public List<SafetyDecision> Decisions { get; } = [];

    /// <summary>Whether the safety agent has spoken.</summary>
    public bool IsScreened { get; set; }

    /// <summary>Why it is the current speaker's turn.</summary>
    public string Reason { get; set; } = string.Empty;

    /// <summary>The span of the conversation; the framework does not hand it on to the agents.</summary>
    public ActivityContext Span { get; init; }

    public List<StageTiming> Timings { get; } = [];

    public List<TranscriptEntry> Transcript { get; } = [];

    public List<AgentFailure> Failures { get; } = [];

    /// <summary>Variants that have an accepted draft.</summary>
    public IEnumerable<MessageVariant> Written => (Variants ?? []).Where(IsWritten);

    public static bool IsWritten(MessageVariant variant) => variant.Attempts is [.., { Outcome: AttemptOutcome.Accepted }];

    /// <summary>Adds what an agent said.</summary>
    public void Say(string speaker, IReadOnlyList<string> lines) => Transcript.Add(new TranscriptEntry(speaker, Reason, lines));
}
