using BenchmarkDotNet.Attributes;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data;
using SkOrchestrator.Experiment;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Benchmarks;

/// <summary>The data plane on the 64,000 customers of the Hillstrom experiment.</summary>
public class CustomerBenchmarks
{
    private readonly CampaignConfiguration _configuration = Samples.Configuration("samples/hillstrom");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("benchmark-");
    private ExperimentDesign _design = new([], []);
    private CampaignDatabase? _database;

    private CampaignDatabase Database => _database ?? throw new InvalidOperationException("not prepared");

    /// <summary>Loads and segments the customers.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _database = Samples.Load(_folder.FullName, Samples.Hillstrom, _configuration);
        _design = Samples.Design(Segment(), _configuration.Experiment);
    }

    /// <summary>Takes the arms and events of the last round away.</summary>
    [IterationSetup(Target = nameof(AssignAndSimulate))]
    public void Reset()
    {
        using var command = Database.Connection.CreateCommand();
        command.CommandText = "delete from arms; delete from assignments; delete from events";
        command.ExecuteNonQuery();
    }

    /// <summary>Deletes the database.</summary>
    [GlobalCleanup]
    public void Delete()
    {
        _database?.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Reads the compressed file into a new database.</summary>
    [Benchmark]
    public long Load()
    {
        var folder = _folder.CreateSubdirectory("load");
        using var database = Samples.Load(folder.FullName, Samples.Hillstrom, _configuration);
        return database.Table.Loaded;
    }

    /// <summary>Chooses the number of segments, fits, assigns and profiles.</summary>
    [Benchmark]
    public IReadOnlyList<Segment> Segment() => Samples.Segment(Database, _configuration);

    /// <summary>Draws the arms and the engagement.</summary>
    [Benchmark]
    public void AssignAndSimulate()
    {
        var experiment = _configuration.Experiment;
        Database.Assign(_design, experiment.Id, experiment.Seed, Samples.SendAt);
        Database.Simulate(experiment.Simulation, experiment.Windows, experiment.Seed, Samples.SendAt);
    }
}
