namespace SkOrchestrator.Data.Events;

/// <summary>How many events of one kind count, and why the others don't; programs' events aside. Their sum is everything that was imported and matched.</summary>
/// <param name="Event">One of <see cref="EventName"/>; for <c>converted</c>, purchases of the orders file where there is one.</param>
/// <param name="Counted">Events inside the customer's window.</param>
/// <param name="BeforeWindow">Events from between the assignment and the mail.</param>
/// <param name="AfterWindow">Events after the window had ended.</param>
/// <param name="AfterAsOf">Events after the moment of judgement.</param>
/// <param name="HeldOut">Purchases of held-out customers, which count for the holdout alone.</param>
public sealed record WindowCount(string Event, long Counted, long BeforeWindow, long AfterWindow, long AfterAsOf, long HeldOut)
{
    /// <summary>Events that count for no arm.</summary>
    public long LeftOut => BeforeWindow + AfterWindow + AfterAsOf + HeldOut;
}
