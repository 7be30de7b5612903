namespace SkOrchestrator.Experiment;

/// <summary>The stages between assignment and mailbox, in order, and two counts beside them.</summary>
public static class StageName
{
    /// <summary>Assigned to an arm.</summary>
    public const string Assigned = "assigned";

    /// <summary>Handed over to the mail tool.</summary>
    public const string Exported = "exported";

    /// <summary>Sent by the mail tool.</summary>
    public const string Sent = "sent";

    /// <summary>Accepted by the receiving server.</summary>
    public const string Delivered = "delivered";

    /// <summary>Returned; shown beside the stages, never tested as one.</summary>
    public const string Bounced = "bounced";

    /// <summary>Opened by a program and by nobody; shown beside the stages, never tested as one.</summary>
    public const string MachineOpened = "machine_opened";

    /// <summary>The stages where customers can be lost, in order.</summary>
    public static IReadOnlyList<string> Lossy { get; } = [Exported, Sent, Delivered];
}
