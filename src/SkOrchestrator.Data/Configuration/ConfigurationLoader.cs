using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration.Yaml;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Configuration;

/// <summary>
/// Reads the five configuration files of one or more folders. A key at the top of a file replaces the same key of an earlier folder's file.
/// Nothing is taken over unless everything is valid.
/// </summary>
public static class ConfigurationLoader
{
    /// <summary>Loads the configuration.</summary>
    /// <param name="folders">The folders, the most specific one last.</param>
    /// <exception cref="InvalidInputException">Something is missing or wrong; carries every problem of all files.</exception>
    public static CampaignConfiguration Load(IReadOnlyList<string> folders)
    {
        ArgumentOutOfRangeException.ThrowIfZero(folders.Count);
        var problems = new ProblemList("CFG");
        var files = new ConfigurationFiles(folders, problems);
        files.RefuseMisnamedFiles();

        var experiment = files.Read("experiment_config.yaml", ExperimentReader.Read);
        var segmentation = files.Read("segmentation_config.yaml", SegmentationReader.Read);
        var safety = files.Read("safety_thresholds.yaml", SafetyReader.Read);
        var brand = files.Read("brand_config.yaml", BrandReader.Read);
        var azure = files.Read("azure_config.yaml", AzureReader.Read, isOptional: true);

        if (problems.Items.Count > 0 || experiment is null || segmentation is null || safety is null || brand is null)
        {
            throw new InvalidInputException(problems.Items);
        }

        return new CampaignConfiguration(experiment, segmentation, safety, brand, azure ?? new AzureOptions(), files.Files);
    }
}
