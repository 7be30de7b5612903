using SkOrchestrator.Data.Tables;

namespace SkOrchestrator.Analyses;

/// <summary>A table of counts.</summary>
internal sealed class CountsSource(AnalyzeRequest request, TimeProvider clock) : IAnalysisSource
{
    private readonly string _file = request.Counts!;

    public string TakeOutput() => AnalysisDirectory.NameFor(_file);

    public AnalysisSubject Read()
    {
        var plan = PlannedAnalysis.Read(request);
        var counts = CountsFile.Read(new CountsRequest
        {
            File = _file,
            Control = request.Control,
            Metrics = request.Metrics,
            Weights = request.Weights,
            PlannedWeights = PlannedAnalysis.Weights(plan, request.Control),
        });
        return ImportedSubject.Of(request, plan, clock.GetUtcNow(), "Analysis of counts", counts);
    }
}
