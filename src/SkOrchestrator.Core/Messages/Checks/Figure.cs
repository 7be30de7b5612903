namespace SkOrchestrator.Messages.Checks;

/// <summary>A number that a text states.</summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Value">Its value; 0 for a code.</param>
/// <param name="Unit">ISO currency of money, or the upper-case text of a code.</param>
/// <param name="Text">As it stands in the text.</param>
internal sealed record Figure(FigureKind Kind, decimal Value, string? Unit, string Text)
{
    /// <summary>Whether a source that states <paramref name="source"/> supports this figure. A plain number may leave out the source's currency, nothing else.</summary>
    public bool IsSupportedBy(Figure source) => Kind switch
    {
        FigureKind.Plain => source.Kind is FigureKind.Plain or FigureKind.Money && Value == source.Value,
        FigureKind.Code => source.Kind == FigureKind.Code && Unit == source.Unit,
        _ => Kind == source.Kind && Value == source.Value && Unit == source.Unit,
    };
}
