namespace SkOrchestrator.Messages.Checks;

/// <summary>What a number in a text counts.</summary>
internal enum FigureKind
{
    /// <summary>Things, days, years.</summary>
    Plain,

    /// <summary>Percent.</summary>
    Percent,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A name with digits, such as a voucher code.</summary>
    Code,
}
