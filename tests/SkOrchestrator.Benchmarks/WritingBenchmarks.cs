using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using SkOrchestrator.Embedded.Composition;
using SkOrchestrator.Embedded.Retrieval;
using SkOrchestrator.Embedded.Screening;
using SkOrchestrator.Identity;
using SkOrchestrator.Messages.Checks;
using SkOrchestrator.Retrieval;
using SkOrchestrator.Safety;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Benchmarks;

/// <summary>One message for a segment of the sample brand: writing it, and screening it.</summary>
[MemoryDiagnoser]
public class WritingBenchmarks : IDisposable
{
    private readonly EmbeddedComposer _composer = new();
    private readonly LexiconClassifier _classifier = new();
    private ChatOptions _task = new();
    private ScreeningRequest _request = new(VariantId.Control, [], []);

    /// <summary>Segments the sample's customers, retrieves content for the largest segment and writes the message to screen.</summary>
    [GlobalSetup]
    public async Task PrepareAsync()
    {
        var configuration = Samples.Configuration();
        var folder = Directory.CreateTempSubdirectory("benchmark-");
        using var database = Samples.Load(folder.FullName, Samples.Brand, configuration);
        var segment = Samples.Segment(database, configuration)[0];
        using var retriever = new SqliteSnippetRetriever(TimeProvider.System, NullLogger<SqliteSnippetRetriever>.Instance);
        await retriever.UpdateAsync(Samples.Content(), CancellationToken.None);
        var sendOn = DateOnly.FromDateTime(Samples.SendAt.UtcDateTime);
        var found = await retriever.RetrieveAsync(
            new RetrievalQuery(segment.SegmentId, string.Join(' ', segment.Terms), new RetrievalFilters(sendOn, segment.Audiences, ["en"], [])),
            CancellationToken.None);
        var arguments = new WriteMessageArguments
        {
            Segment = segment,
            Tone = "friendly",
            Snippets = found.Snippets,
            Brand = configuration.Brand,
            Phrases = Samples.Prompts().Phrases,
            SendOn = sendOn,
            Seed = configuration.Experiment.Seed,
        };
        _task = new ChatOptions { AdditionalProperties = new() { [TaskName.SettingKey] = TaskName.WriteMessage, [TaskName.ArgumentsKey] = arguments } };
        if (!DraftReader.TryRead((await Write()).Text, out var draft, out var problem))
        {
            throw new InvalidOperationException(problem?.Message);
        }

        _request = new ScreeningRequest(
            VariantId.Of(segment.SegmentId, "friendly"),
            [new ScreenedText("subject", draft!.Subject), new ScreenedText("preheader", draft.Preheader), new ScreenedText("body", draft.Body)],
            configuration.Safety.Blocklist);
        folder.Delete(recursive: true);
    }

    /// <summary>Closes the composer.</summary>
    [GlobalCleanup]
    public void Dispose() => _composer.Dispose();

    /// <summary>The composer writes one message.</summary>
    [Benchmark]
    public Task<ChatResponse> Write() => _composer.GetResponseAsync([], _task);

    /// <summary>The embedded screen reads one message.</summary>
    [Benchmark]
    public Task<ScreeningResult> Screen() => _classifier.ScreenAsync(_request, CancellationToken.None);
}
