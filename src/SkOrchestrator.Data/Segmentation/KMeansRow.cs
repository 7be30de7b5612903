namespace SkOrchestrator.Data.Segmentation;

/// <summary>A row as ML.NET wants it; the length of the vector is given beside it.</summary>
internal sealed class KMeansRow
{
    /// <summary>The encoded features.</summary>
    public float[] Features { get; init; } = [];
}
