using SkOrchestrator.Data.Tables;

namespace SkOrchestrator.Analyses;

/// <summary>A table with one row per customer.</summary>
internal sealed class TableSource(AnalyzeRequest request) : IAnalysisSource
{
    private readonly string _file = request.Data!;

    public string TakeOutput() => AnalysisDirectory.NameFor(_file);

    public AnalysisSubject Read() => ImportedSubject.Of(request, "Analysis of a labelled table", LabelledTable.Read(new TableRequest
    {
        File = _file,
        ArmColumn = request.Arm!,
        Control = request.Control,
        Metrics = request.Metrics,
        NumericMetrics = request.NumericMetrics,
        SegmentBy = request.SegmentBy,
        Covariates = request.Covariates,
        Caps = PlannedAnalysis.CapsOfTable(request),
        Weights = request.Weights,
    }));
}
