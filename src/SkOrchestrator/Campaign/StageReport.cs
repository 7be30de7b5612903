using SkOrchestrator.Messages;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Campaign;

/// <summary>Turns the timings of the conversations into one entry per stage: its first start, and the time spent on it in all conversations.</summary>
internal static class StageReport
{
    public static IReadOnlyList<RunStep> Of(CampaignContext context, DateTimeOffset startedAt)
    {
        var timings = context.Conversations.SelectMany(c => c.Timings).ToLookup(t => t.Stage);
        var failed = context.Variants.Count(v => v.Status == VariantStatus.Failed);
        var blocked = context.Verdicts.Count(v => !v.IsAllowed);
        var retried = context.Variants.Count(v => v.Attempts.Count > 1);
        return
        [
            Stage("retrieve", $"{context.Conversations.Sum(c => c.Retrievals.Sum(r => r.Snippets.Count))} snippets for {context.Conversations.Count} conversations"
                + Some(context.Conversations.Sum(c => c.Retrievals.Count(r => r.Fallback)), "fell back to general content")),
            Stage("write", $"{context.Variants.Count - failed} messages by {context.Manifest.Writer}" + Some(failed, "failed"), failed > 0 ? "partial" : "done"),
            Stage("check", $"{context.Variants.Sum(v => v.Attempts.Count)} drafts checked" + Some(retried, "needed another draft")),
            Stage("screen", $"{context.Approved.Count} approved, {blocked} blocked by {context.Manifest.Screen}"),
        ];

        RunStep Stage(string name, string detail, string status = "done")
        {
            var all = timings[name].ToList();
            var begin = all.Count > 0 ? all.Min(t => t.StartedAt) : startedAt;
            return new RunStep(name, all.Count > 0 ? status : "skipped", begin, all.Sum(t => t.Duration.TotalMilliseconds), detail);
        }

        static string Some(int count, string what) => count > 0 ? $", {count} {what}" : string.Empty;
    }
}
