namespace SkOrchestrator.Statistics;

/// <summary>The shape of Fieller's set of lifts that fit the data.</summary>
internal enum FiellerKind
{
    /// <summary>An interval with two bounds.</summary>
    Bounded,

    /// <summary>Every lift outside of an interval: control is not clearly different from 0, so large lifts of either sign fit.</summary>
    UnboundedExclusive,

    /// <summary>Every lift fits the data.</summary>
    UnboundedEverything,

    /// <summary>The control mean is 0, so that there is no lift.</summary>
    UndefinedControlZero,
}
