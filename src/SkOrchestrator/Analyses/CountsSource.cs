using SkOrchestrator.Data.Tables;

namespace SkOrchestrator.Analyses;

/// <summary>A table of counts.</summary>
internal sealed class CountsSource(AnalyzeRequest request) : IAnalysisSource
{
    private readonly string _file = request.Counts!;

    public string TakeOutput() => AnalysisDirectory.NameFor(_file);

    public AnalysisSubject Read() => ImportedSubject.Of(request, "Analysis of counts", CountsFile.Read(new CountsRequest
    {
        File = _file,
        Control = request.Control,
        Metrics = request.Metrics,
        Weights = request.Weights,
    }));
}
