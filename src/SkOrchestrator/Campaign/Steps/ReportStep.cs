using SkOrchestrator.Agents;
using SkOrchestrator.Agents.Transcripts;
using SkOrchestrator.Configuration;
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
            Notice = NoticeOf(context),
        });
        MessageFiles.Write(
            context.Approved, context.Configuration.Brand, context.Directory.Path, context.Manifest.RunId, context.Configuration.Experiment.Id, context.SendAt);
        ReportWriter.Write(ReportSource.Of(context), context.Directory.Path);
        return Task.FromResult(StepOutcome.Done("report.html, report.pdf, report.ipynb"));
    }

    private static string? NoticeOf(CampaignContext context) => context.Configuration.Experiment.Engagement switch
    {
        EngagementSource.Simulated => "SIMULATED engagement: no customer was mailed.",
        EngagementSource.Historical when !context.ArmsWereSent => "A/A check: the labels are those of one earlier mail to everybody; the messages below were sent to nobody.",
        EngagementSource.Historical when context.SentArms is { NamesArms: false } => "The labels are those of earlier mails; the messages below were sent to nobody.",
        _ => null,
    };
}
