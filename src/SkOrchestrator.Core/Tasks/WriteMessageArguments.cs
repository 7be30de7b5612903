using SkOrchestrator.Configuration;
using SkOrchestrator.Messages;
using SkOrchestrator.Retrieval;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Tasks;

/// <summary>Arguments of <see cref="TaskName.WriteMessage"/>.</summary>
public sealed record WriteMessageArguments
{
    /// <summary>The segment; null for the control message.</summary>
    public Segment? Segment { get; init; }

    /// <summary><c>urgent</c>, <c>informational</c>, <c>friendly</c>, or <c>neutral</c> for control.</summary>
    public required string Tone { get; init; }

    /// <summary>What may be used and cited, best first.</summary>
    public required IReadOnlyList<Snippet> Snippets { get; init; }

    /// <summary>The brand.</summary>
    public required BrandOptions Brand { get; init; }

    /// <summary>The phrase book.</summary>
    public required PhraseBook Phrases { get; init; }

    /// <summary>The day of sending.</summary>
    public required DateOnly SendOn { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary>The attempt, counted from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>What was wrong with the attempt before.</summary>
    public IReadOnlyList<DraftProblem> Problems { get; init; } = [];
}
