using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using SkOrchestrator.Content;
using SkOrchestrator.Embedded.Retrieval;
using SkOrchestrator.Identity;
using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Benchmarks;

/// <summary>One query for a segment; the larger library repeats the sample's documents under other ids.</summary>
[MemoryDiagnoser]
public class RetrievalBenchmarks : IDisposable
{
    private readonly SqliteSnippetRetriever _retriever = new(TimeProvider.System, NullLogger<SqliteSnippetRetriever>.Instance);
    private readonly RetrievalQuery _query = new(
        SegmentId.Numbered(1),
        "hiking boots trail frequent repairs workshop loyalty points",
        new RetrievalFilters(DateOnly.FromDateTime(Samples.SendAt.UtcDateTime), ["members"], ["en"], []));

    /// <summary>Documents in the index.</summary>
    [Params(33, 10_000)]
    public int Documents { get; set; }

    /// <summary>Fills the index.</summary>
    [GlobalSetup]
    public async Task FillAsync()
    {
        var sample = Samples.Content();
        var documents = Enumerable.Range(0, Documents).Select(i => sample.Documents[i % sample.Documents.Count] with { Id = new DocumentId($"DOC-{i:00000}") });
        await _retriever.UpdateAsync(new ContentLibrary([.. documents], []), CancellationToken.None);
    }

    /// <summary>Closes the index.</summary>
    [GlobalCleanup]
    public void Dispose() => _retriever.Dispose();

    /// <summary>The best five paragraphs.</summary>
    [Benchmark]
    public Task<RetrievalResult> Query() => _retriever.RetrieveAsync(_query, CancellationToken.None);
}
