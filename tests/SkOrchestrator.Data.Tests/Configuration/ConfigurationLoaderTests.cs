using System.Security.Cryptography;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tests.Configuration;

[Requirement("8.5")]
public class ConfigurationLoaderTests
{
    [Fact]
    public void Missing_keys_take_their_defaults()
    {
        using var folder = new ConfigurationFolder();

        var experiment = folder.Load().Experiment;

        Assert.Equal(4, experiment.Weights.Count);
        Assert.All(experiment.Weights.Values, w => Assert.Equal(1, w));
        Assert.Null(experiment.SampleSize);
        Assert.Equal(Metric.ClickRate, experiment.Primary);
        Assert.Equal(0.05, experiment.Alpha);
        Assert.Equal(CorrectionMethod.Holm, experiment.Correction);
    }

    [Fact]
    public void Missing_file_is_named_with_the_folders_that_were_searched()
    {
        using var first = new ConfigurationFolder();
        using var second = new ConfigurationFolder(isComplete: false);
        second.Write("azure_config.yaml", "key_vault: { uri: \"\" }");
        File.Delete(first.PathOf("brand_config.yaml"));

        var problem = Assert.Single(first.Problems(second.Path));

        Assert.Equal("CFG001", problem.Code);
        Assert.Contains("brand_config.yaml", problem.Message);
        Assert.Contains(first.Path, problem.Found);
        Assert.Contains(second.Path, problem.Found);
        Assert.NotNull(problem.Fix);
    }

    [Fact]
    public void Missing_azure_file_means_no_services()
    {
        using var folder = new ConfigurationFolder();

        Assert.Equal(new AzureOptions(), folder.Load().Azure);
    }

    [Fact]
    public void Folder_that_does_not_exist_is_a_problem()
    {
        using var folder = new ConfigurationFolder();

        Assert.Contains(folder.Problems(folder.PathOf("nowhere")), p => p.Code == "CFG001" && p.Found == folder.PathOf("nowhere"));
    }

    [Fact]
    public void Folder_without_configuration_is_a_problem()
    {
        using var folder = new ConfigurationFolder();
        using var empty = new ConfigurationFolder(isComplete: false);

        Assert.Contains(folder.Problems(empty.Path), p => p.Code == "CFG001" && p.Found == empty.Path);
    }

    [Theory]
    [InlineData("experiment_config.yml")]
    [InlineData("experiments_config.yaml")]
    [InlineData("experiment-config.yaml")]
    public void File_with_a_nearly_right_name_is_not_passed_over(string name)
    {
        using var folder = new ConfigurationFolder();
        folder.Write(name, "id: other");

        var problem = Assert.Single(folder.Problems());

        Assert.Equal("did you mean experiment_config.yaml?", problem.Fix);
    }

    [Fact]
    public void Later_folder_overrides_single_keys()
    {
        using var folder = new ConfigurationFolder();
        using var later = new ConfigurationFolder(isComplete: false);
        folder.Append("experiment_config.yaml", "seed: 1\nalpha: 0.1");
        later.Write("experiment_config.yaml", "seed: 2");

        var experiment = folder.Load(later.Path).Experiment;

        Assert.Equal(2, experiment.Seed);
        Assert.Equal(0.1, experiment.Alpha);
        Assert.Equal("spring", experiment.Id);
    }

    [Fact]
    public void Later_folder_replaces_columns_as_a_whole()
    {
        using var folder = new ConfigurationFolder();
        using var later = new ConfigurationFolder(isComplete: false);
        folder.Append("segmentation_config.yaml", "columns: { customer_id: id, tier: categorical }\nprivacy: { min_group: 50 }");
        later.Write("segmentation_config.yaml", "columns: { customer_id: id, recency: numeric }");

        var segmentation = folder.Load(later.Path).Segmentation;

        Assert.Equal(["customer_id", "recency"], segmentation.Columns.Select(c => c.Column));
        Assert.Equal(50, segmentation.MinimumGroup);
    }

    [Fact]
    public void Files_carry_the_hash_of_their_bytes()
    {
        using var folder = new ConfigurationFolder();
        using var later = new ConfigurationFolder(isComplete: false);
        later.Write("experiment_config.yaml", "seed: 2");

        var files = folder.Load(later.Path).Files;

        Assert.Equal(5, files.Count);
        Assert.All(files, f => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f.Path))), f.Sha256));
        Assert.Equal(
            [folder.PathOf("experiment_config.yaml"), later.PathOf("experiment_config.yaml")],
            files.Where(f => f.Name == "experiment_config.yaml").Select(f => f.Path));
    }

    [Fact]
    public void All_problems_of_all_files_are_said_at_once()
    {
        using var folder = new ConfigurationFolder();
        folder.Append("experiment_config.yaml", "alpha: 2\ncorrection: bonferroni");
        folder.Append("brand_config.yaml", "languages: [english]");
        folder.Write("safety_thresholds.yaml", "hate: { block_at: 9 }");
        folder.Write("segmentation_config.yaml", "strategy: clustering\n  clusters: [");

        var problems = folder.Problems();

        Assert.Equal(["CFG002", "CFG008", "CFG008", "CFG009", "CFG012"], problems.Select(p => p.Code).Order());
        Assert.All(problems, p => Assert.True(p.Line > 0 && p.Column > 0 && File.Exists(p.File)));
    }

    [Fact]
    [Requirement("8.6")]
    public void Problem_names_file_line_column_found_and_expected()
    {
        using var folder = new ConfigurationFolder();
        folder.Write("safety_thresholds.yaml", "# policy\nhate:\n  block_at: high\n");

        var problem = Assert.Single(folder.Problems());

        Assert.Equal(("CFG006", folder.PathOf("safety_thresholds.yaml")), (problem.Code, problem.File));
        Assert.Equal((3L, 13), (problem.Line, problem.Column));
        Assert.Equal("high", problem.Found);
        Assert.Equal("a whole number from 0 to 7 (a severity)", problem.Expected);
    }

    [Fact]
    public void File_that_is_not_utf8_is_refused()
    {
        using var folder = new ConfigurationFolder();
        File.WriteAllBytes(folder.PathOf("safety_thresholds.yaml"), [(byte)'a', (byte)':', (byte)' ', 0xff, 0xfe]);

        Assert.Equal("CFG002", Assert.Single(folder.Problems()).Code);
    }

    [Fact]
    public void Byte_order_mark_and_windows_line_ends_do_no_harm()
    {
        using var folder = new ConfigurationFolder();
        folder.Write("safety_thresholds.yaml", "\uFEFFhate: { block_at: 4 }\r\nsexual: { block_at: 5 }\r\n");

        Assert.Equal(4, folder.Load().Safety.Categories[SkOrchestrator.Safety.SafetyCategory.Hate].BlockAt);
    }

    [Fact]
    [Requirement("8.2")]
    [Requirement("8.3")]
    [Requirement("8.4")]
    public void Default_configuration_is_valid()
    {
        var configuration = ConfigurationLoader.Load([RepositoryFolder.Of("config")]);

        Assert.Equal(5, configuration.Files.Count);
        Assert.Equal([ArmId.Treatment(1), ArmId.Treatment(2), ArmId.Treatment(3)], configuration.Experiment.Arms.Select(a => a.Id));
        Assert.Equal(["urgent", "informational", "friendly"], configuration.Experiment.Arms.Select(a => a.Tone));
        Assert.Equal(25, configuration.Experiment.Simulation.DeclaredLiftPercent[ArmId.Treatment(3)][Metric.ClickRate]);
        Assert.All(configuration.Safety.Categories.Values, t => Assert.Equal((6, 2), (t.BlockAt, t.ReviewAt)));
        Assert.Equal("AZURE_SEARCH_API_KEY", configuration.Azure.AzureSearch?.ApiKeyEnvironmentVariable);
        Assert.Equal("approved-content", configuration.Azure.AzureSearch?.Settings["index"]);
        Assert.Equal("tier <> 'none'", configuration.Segmentation.Audiences["members"]);
    }
}
