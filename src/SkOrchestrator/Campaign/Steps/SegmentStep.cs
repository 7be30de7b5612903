using SkOrchestrator.Agents;
using SkOrchestrator.Data.Segmentation;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Campaign.Steps;

/// <summary>Step 3: puts customers into segments and lets the segmentation agent describe them; without agents the computed descriptions stay.</summary>
internal sealed class SegmentStep(CampaignAgents? agents) : ICampaignStep
{
    public IReadOnlyList<string> Names => ["segment"];

    public async Task<StepOutcome> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var result = CustomerSegmenter.Run(
            context.Database.Connection, context.Configuration.Segmentation, context.Columns, context.Configuration.Experiment.Seed);
        context.Segments = await DescribeAsync(result.Segments, context.Configuration.Segmentation.MinimumGroup, cancellationToken);
        SegmentReports.Write(context.Directory.Path, result with { Segments = context.Segments });
        foreach (var note in result.Notes)
        {
            context.Note(note);
        }

        return context.Segments.Count == 0
            ? StepOutcome.Skipped("nobody can be mailed")
            : StepOutcome.Done(string.Join(" · ", context.Segments.Select(s => $"{s.Label} {s.Size:N0}")));
    }

    /// <summary>The facts of a group below the privacy minimum are in no prompt; it keeps the description without numbers.</summary>
    private async Task<IReadOnlyList<Segment>> DescribeAsync(IReadOnlyList<Segment> segments, int minimumGroup, CancellationToken cancellationToken)
    {
        if (agents is null)
        {
            return segments;
        }

        var described = await agents.DescribeSegmentsAsync([.. segments.Where(s => s.Size >= minimumGroup)], cancellationToken);
        var byId = described.ToDictionary(s => s.SegmentId);
        return [.. segments.Select(s => byId.GetValueOrDefault(s.SegmentId, s))];
    }
}
