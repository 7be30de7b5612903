namespace SkOrchestrator.Analyses;

/// <summary>Chooses the source that a request asks for.</summary>
internal static class AnalysisSources
{
    public static IAnalysisSource Of(AnalyzeRequest request, TimeProvider clock) => request switch
    {
        { Run: not null } => new RunSource(request, clock),
        { Data: not null } => new TableSource(request, clock),
        { Counts: not null } => new CountsSource(request, clock),
        _ => throw new ArgumentException("the request names nothing to analyse", nameof(request)),
    };
}
