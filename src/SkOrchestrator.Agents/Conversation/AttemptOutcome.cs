namespace SkOrchestrator.Agents.Conversation;

/// <summary>Outcomes of an attempt at a variant.</summary>
internal static class AttemptOutcome
{
    /// <summary>The draft passed the checks.</summary>
    public const string Accepted = "accepted";

    /// <summary>The checks found problems.</summary>
    public const string Rejected = "rejected";

    /// <summary>The answer is not a draft.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>There was no usable answer.</summary>
    public const string Error = "error";
}
