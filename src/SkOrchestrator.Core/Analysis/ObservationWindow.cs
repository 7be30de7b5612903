namespace SkOrchestrator.Analysis;

/// <summary>How much of the window of the primary metric has passed.</summary>
/// <param name="AsOf">The moment the data are judged at.</param>
/// <param name="ClosesAt">When the last customer's window ends.</param>
/// <param name="ElapsedShare">Mean share of the window that has passed over the assigned customers, 0 to 1.</param>
public sealed record ObservationWindow(DateTimeOffset AsOf, DateTimeOffset ClosesAt, double ElapsedShare)
{
    /// <summary>Whether some window is still open: no verdict yet.</summary>
    public bool IsOpen => AsOf < ClosesAt;
}
