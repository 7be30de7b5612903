using SkOrchestrator.Agents;
using SkOrchestrator.Data.Segmentation;

namespace SkOrchestrator.Campaign.Steps;

/// <summary>Step 3: puts customers into segments and lets the segmentation agent describe them.</summary>
internal sealed class SegmentStep(CampaignAgents agents) : ICampaignStep
{
    public IReadOnlyList<string> Names => ["segment"];

    public async Task<StepOutcome> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var result = CustomerSegmenter.Run(
            context.Database.Connection, context.Configuration.Segmentation, context.Columns, context.Configuration.Experiment.Seed);
        context.Segments = await agents.DescribeSegmentsAsync(result.Segments, cancellationToken);
        SegmentReports.Write(context.Directory.Path, result with { Segments = context.Segments });
        foreach (var note in result.Notes)
        {
            context.Note(note);
        }

        return StepOutcome.Done(string.Join(" · ", context.Segments.Select(s => $"{s.Label} {s.Size:N0}")));
    }
}
