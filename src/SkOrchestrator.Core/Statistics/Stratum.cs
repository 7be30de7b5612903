namespace SkOrchestrator.Statistics;

/// <summary>Control and treatment of one stratum, such as a segment.</summary>
/// <param name="Control">Control counts.</param>
/// <param name="Treatment">Treatment counts.</param>
internal readonly record struct Stratum(Proportion Control, Proportion Treatment)
{
    /// <summary>Trials of both arms.</summary>
    public double Total => (double)Control.Trials + Treatment.Trials;

    /// <summary>Successes of both arms.</summary>
    public double Successes => (double)Control.Successes + Treatment.Successes;

    /// <summary>Failures of both arms.</summary>
    public double Failures => (double)Control.Failures + Treatment.Failures;

    /// <summary>Whether both arms have customers; other strata say nothing about an effect.</summary>
    public bool HasBothArms => Control.Trials > 0 && Treatment.Trials > 0;
}
