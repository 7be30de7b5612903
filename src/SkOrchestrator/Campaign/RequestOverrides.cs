using SkOrchestrator.Configuration;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Campaign;

/// <summary>Lets the options of the command line win over the configuration files.</summary>
internal static class RequestOverrides
{
    public static CampaignConfiguration Apply(CampaignConfiguration configuration, RunRequest request)
    {
        var experiment = configuration.Experiment with
        {
            Seed = request.Seed ?? configuration.Experiment.Seed,
            Engagement = request.Engagement ?? configuration.Experiment.Engagement,
        };
        if (request.ArmColumn is not null && experiment.Engagement != EngagementSource.Historical)
        {
            throw new UsageException("CLI002", "--arm-column says which arm was really sent, so it needs historical engagement", "add --engagement historical");
        }

        return configuration with { Experiment = experiment };
    }
}
