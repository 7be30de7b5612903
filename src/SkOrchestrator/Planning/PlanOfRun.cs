using SkOrchestrator.Campaign;

namespace SkOrchestrator.Planning;

/// <summary>Finds the locked plan of a run, keeps it with the run before anybody is assigned, and holds the run against it.</summary>
internal static class PlanOfRun
{
    /// <summary>The plan beside the run directories; null without one.</summary>
    /// <exception cref="Diagnostics.InvalidInputException">The plan can't be used (PLN002): the run must not begin.</exception>
    public static PlanLock? Find(string output)
    {
        var path = Path.Combine(output, PlanLockFile.Name);
        return File.Exists(path) ? PlanLockFile.Read(path) : null;
    }

    /// <summary>Copies the plan into the run and notes every deviation; a plan of another experiment is left alone.</summary>
    public static void Keep(CampaignContext context)
    {
        if (context.Plan is not { } plan)
        {
            return;
        }

        var experiment = context.Configuration.Experiment;
        context.PlanReview = PlanReviewer.Review(plan, experiment, PlanHashReader.Of(context));
        if (context.PlanReview is not { } review)
        {
            context.Note($"{PlanLockFile.Name} in {context.Request.Output} is a plan for the experiment {plan.ExperimentId}, not for {experiment.Id}: it was ignored.");
            return;
        }

        context.Manifest = context.Manifest with { PlanSha256 = plan.Sha256 };
        File.Copy(Path.Combine(context.Request.Output, PlanLockFile.Name), context.Directory.PlanLock);
        foreach (var deviation in review.Deviations)
        {
            context.Warn($"deviation from the locked plan: {deviation}");
        }
    }
}
