namespace SkOrchestrator.Data.Events;

/// <summary>What is not engagement of a person, though a file calls it an open or a click.</summary>
public sealed record EventRules
{
    /// <summary>The address of the page where a reader unsubscribes; clicks on its host and path are not clicks. Null = none is known.</summary>
    public string? UnsubscribeUrl { get; init; }

    /// <summary>The moment of the import; events after it lie in the future, are counted as such and are not the last event. Null = nobody knows the time.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>So many different links within <see cref="ScannerSpan"/> are followed by a program, 2 or more.</summary>
    public int ScannerLinks { get; init; } = 3;

    /// <summary>The time in which no reader follows <see cref="ScannerLinks"/> different links.</summary>
    public TimeSpan ScannerSpan { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The time after delivery in which no reader follows two different links.</summary>
    public TimeSpan DeliverySpan { get; init; } = TimeSpan.FromSeconds(5);
}
