namespace SkOrchestrator.Analyses;

/// <summary>Where the numbers of an analysis come from.</summary>
internal interface IAnalysisSource
{
    /// <summary>Where the results go when nobody says.</summary>
    string DefaultOutput { get; }

    /// <summary>Reads and sums up.</summary>
    AnalysisSubject Read();
}
