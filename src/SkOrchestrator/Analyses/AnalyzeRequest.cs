using SkOrchestrator.Configuration;

namespace SkOrchestrator.Analyses;

/// <summary>What <c>analyze</c> was asked to do; exactly one of <see cref="Run"/>, <see cref="Data"/> and <see cref="Counts"/> is given.</summary>
internal sealed record AnalyzeRequest
{
    /// <summary>A finished run, whose events are in <see cref="Events"/>.</summary>
    public string? Run { get; init; }

    public IReadOnlyList<string> Events { get; init; } = [];

    public string? Orders { get; init; }

    public DateTimeOffset? AsOf { get; init; }

    /// <summary>A labelled table.</summary>
    public string? Data { get; init; }

    public string? Arm { get; init; }

    public IReadOnlyList<string> NumericMetrics { get; init; } = [];

    public IReadOnlyList<string> SegmentBy { get; init; } = [];

    public IReadOnlyList<string> Covariates { get; init; } = [];

    public IReadOnlyDictionary<string, double> Caps { get; init; } = new Dictionary<string, double>();

    /// <summary>A table of counts.</summary>
    public string? Counts { get; init; }

    public string Control { get; init; } = "control";

    public IReadOnlyList<string> Metrics { get; init; } = [];

    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    /// <summary>Null = the plan's, else 0.05.</summary>
    public double? Alpha { get; init; }

    /// <summary>Null = the plan's, else Holm.</summary>
    public CorrectionMethod? Correction { get; init; }

    /// <summary>The metric that the verdict rests on; null = the first one.</summary>
    public string? Primary { get; init; }

    /// <summary>The smallest lift that would matter, in percent.</summary>
    public double? SmallestEffectPercent { get; init; }

    public string? Plan { get; init; }

    /// <summary>The directory of the results; null = one named after the file.</summary>
    public string? Output { get; init; }
}
