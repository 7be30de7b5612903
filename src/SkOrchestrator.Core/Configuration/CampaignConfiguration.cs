using SkOrchestrator.Safety;

namespace SkOrchestrator.Configuration;

/// <summary>Everything the configuration files say, validated.</summary>
public sealed record CampaignConfiguration(
    ExperimentOptions Experiment,
    SegmentationOptions Segmentation,
    SafetyThresholds Safety,
    BrandOptions Brand,
    AzureOptions Azure,
    IReadOnlyList<ConfigurationFile> Files);
