using SkOrchestrator.Configuration;
using SkOrchestrator.Diagnostics;
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

        if (experiment.Engagement == EngagementSource.Simulated && experiment.Simulation.BaseRates.Count == 0)
        {
            throw new InvalidInputException(new Diagnostic(
                "CFG007",
                "simulated engagement needs a declared rate table",
                "experiment_config.yaml",
                Expected: "simulation: with base rates for every metric",
                Fix: "declare simulation.base, or use another --engagement"));
        }

        return configuration with { Experiment = experiment };
    }
}
