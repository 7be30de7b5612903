using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace SkOrchestrator.Benchmarks;

/// <summary>A fixed number of calls in this process, with the smallest time shown: usable on a machine that does other work too.</summary>
internal sealed class QuickConfig : ManualConfig
{
    public QuickConfig()
    {
        AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithStrategy(RunStrategy.Monitoring)
            .WithLaunchCount(1).WithWarmupCount(100).WithIterationCount(60).WithInvocationCount(5).WithUnrollFactor(1));
        AddColumn(StatisticColumn.Min, StatisticColumn.Median);
    }
}
