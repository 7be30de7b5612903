using BenchmarkDotNet.Attributes;
using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Reporting;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Benchmarks;

/// <summary>Statistics and report of the sample brand's experiment.</summary>
[MemoryDiagnoser]
public class ResultBenchmarks
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("benchmark-");
    private AnalysisInput? _input;
    private ReportInput? _report;

    /// <summary>Simulates the experiment on the sample's customers.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var configuration = Samples.Configuration();
        var experiment = configuration.Experiment;
        using var database = Samples.Load(_folder.FullName, Samples.Brand, configuration);
        var segments = Samples.Segment(database, configuration);
        var design = Samples.Design(segments, experiment);
        database.Assign(design, experiment.Id, experiment.Seed, Samples.SendAt);
        database.Simulate(experiment.Simulation, experiment.Windows, experiment.Seed, Samples.SendAt);
        _input = new AnalysisInput
        {
            Experiment = experiment,
            Source = EngagementSource.Simulated,
            ArmsWereSent = true,
            Design = design,
            Cells = database.Summarise(experiment.Metrics, experiment.Windows),
            FeatureTable = database.CountPatterns(database.Table.Columns, experiment.Metrics, configuration.Segmentation.MinimumGroup),
        };
        _report = new ReportInput
        {
            Run = new RunManifest
            {
                RunId = "benchmark",
                StartedAt = Samples.SendAt,
                Status = "running",
                Seed = experiment.Seed,
                Provider = "embedded",
                EngagementSource = "simulated",
                SendAt = Samples.SendAt,
                Writer = "none",
                Screen = "none",
                Funnel = database.CountFunnel(),
            },
            Brand = configuration.Brand,
            Segments = segments,
            Variants = [],
            Verdicts = [],
            Analysis = Analyse(),
            Windows = experiment.Windows,
        };
        database.Export(_folder.FullName);
        AnalysisFiles.Write(_report.Analysis, _folder.FullName);
    }

    /// <summary>Deletes the report.</summary>
    [GlobalCleanup]
    public void Delete() => _folder.Delete(recursive: true);

    /// <summary>All comparisons, power, attribution, heterogeneity and the decision.</summary>
    [Benchmark]
    public ExperimentAnalysis Analyse() => ExperimentAnalyzer.Analyze(_input!);

    /// <summary>Web page, PDF, notebook and charts.</summary>
    [Benchmark]
    public string WriteReport() => ReportWriter.Write(_report!, _folder.FullName);
}
