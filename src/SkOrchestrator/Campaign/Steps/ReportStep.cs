using SkOrchestrator.Agents;
using SkOrchestrator.Agents.Transcripts;
using SkOrchestrator.Reporting;

namespace SkOrchestrator.Campaign.Steps;

/// <summary>Step 11: tables, mails, transcripts and the report.</summary>
internal sealed class ReportStep(CampaignAgents agents) : ICampaignStep
{
    public IReadOnlyList<string> Names => ["report"];

    public Task<StepOutcome> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        context.Database.Export(context.Directory.Path);
        context.Manifest = context.Manifest with { Funnel = context.Funnel, Usage = agents.Usage };
        TranscriptWriter.Write(context.Directory.Transcripts, new CampaignTranscript
        {
            Segments = context.Segments,
            Conversations = context.Conversations,
            Narration = context.Narration,
            Writer = agents.ModelName,
            Notice = context.Manifest.EngagementSource == "simulated" ? "SIMULATED engagement: no customer was mailed." : null,
        });
        MessageFiles.Write(
            context.Approved, context.Configuration.Brand, context.Directory.Path, context.Manifest.RunId, context.Configuration.Experiment.Id, context.SendAt);
        ReportWriter.Write(ReportSource.Of(context), context.Directory.Path);
        return Task.FromResult(StepOutcome.Done("report.html, report.pdf, report.ipynb"));
    }
}
