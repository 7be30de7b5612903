namespace SkOrchestrator.Segmentation;

/// <summary>The parts of a label.</summary>
internal sealed record LabelWords(IReadOnlyList<string> Adjectives, string Noun, IReadOnlyList<string> Withs)
{
    /// <summary>The label: adjectives, noun, and what the customers have "with" them.</summary>
    public override string ToString()
    {
        var people = string.Join(' ', [.. Adjectives, Noun]);
        return PlainWords.Capitalised(Withs.Count == 0 ? people : $"{people} with {string.Join(" and ", Withs)}");
    }
}
