namespace SkOrchestrator.Analyses;

/// <summary>Where the numbers of an analysis come from.</summary>
internal interface IAnalysisSource
{
    /// <summary>Where the results go when nobody says; called once, when there are results.</summary>
    string TakeOutput();

    /// <summary>Reads and sums up.</summary>
    AnalysisSubject Read();
}
