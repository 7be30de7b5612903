namespace SkOrchestrator.Agents.Conversation;

/// <summary>One turn of a conversation.</summary>
/// <param name="Speaker">Who spoke.</param>
/// <param name="Reason">Why it was its turn.</param>
/// <param name="Lines">What was said: an opening line, then one line per point. Plain text; may quote untrusted text.</param>
public sealed record TranscriptEntry(string Speaker, string Reason, IReadOnlyList<string> Lines)
{
    /// <summary>All lines together.</summary>
    public string Text => string.Join('\n', Lines);
}
