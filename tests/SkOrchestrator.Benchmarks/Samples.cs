using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Configuration;
using SkOrchestrator.Content;
using SkOrchestrator.Data;
using SkOrchestrator.Data.Configuration;
using SkOrchestrator.Data.Content;
using SkOrchestrator.Data.Eligibility;
using SkOrchestrator.Data.Segmentation;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Benchmarks;

/// <summary>The inputs of the repository, as a run reads them.</summary>
internal static class Samples
{
    public const string Brand = "samples/brand/customers.csv";
    public const string Hillstrom = "samples/hillstrom/customers.csv.gz";

    public static DateTimeOffset SendAt { get; } = new(2026, 10, 1, 8, 0, 0, TimeSpan.Zero);

    public static string Repository { get; } = FindRepository();

    public static CampaignConfiguration Configuration(params string[] folders) =>
        ConfigurationLoader.Load([.. folders.Prepend("config").Select(PathOf)]);

    public static ContentLibrary Content() => ContentReader.Read(PathOf("samples/brand/content"));

    public static PromptLibrary Prompts() => PromptLibrary.Load(PathOf("prompts"));

    public static string PathOf(string path) => Path.Combine(Repository, path);

    /// <summary>A campaign database in a new folder with the customers of a file, none of them left out.</summary>
    public static CampaignDatabase Load(string folder, string customers, CampaignConfiguration configuration)
    {
        var database = CampaignDatabase.Open(Path.Combine(folder, "campaign.duckdb"), "benchmark");
        database.Load(PathOf(customers), configuration.Segmentation);
        database.Exclude(new EligibilityRules { ExperimentId = configuration.Experiment.Id, SendAt = SendAt });
        return database;
    }

    public static IReadOnlyList<Segment> Segment(CampaignDatabase database, CampaignConfiguration configuration) =>
        CustomerSegmenter.Run(database.Connection, configuration.Segmentation, database.Table.Columns, configuration.Experiment.Seed).Segments;

    /// <summary>Control and all treatments in every segment, with equal shares.</summary>
    public static ExperimentDesign Design(IEnumerable<Segment> segments, ExperimentOptions experiment) => new(
        [.. segments.Select(segment => new SegmentArms(
            segment.SegmentId,
            [
                new ArmShare(ArmId.Control, VariantId.Control, 1),
                .. experiment.Arms.Select(arm => new ArmShare(arm.Id, VariantId.Of(segment.SegmentId, arm.Tone), 1)),
            ]))],
        []);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SkOrchestrator.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the benchmarks don't run inside the repository");
    }
}
