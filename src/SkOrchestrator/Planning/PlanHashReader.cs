using SkOrchestrator.Campaign;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Planning;

/// <summary>The fingerprints of a campaign's files, by names that hold no path; call after the first step, which makes the inputs' hashes.</summary>
internal static class PlanHashReader
{
    public static PlanHashes Of(CampaignContext context)
    {
        var inputs = context.Manifest.Inputs;
        return new PlanHashes
        {
            Customers = inputs.First(i => i.Path == context.Request.Customers).Sha256,
            Content = inputs.First(i => i.Path == context.Request.Content).Sha256,
            Config = Named(context.Manifest.Config),
            Prompts = Named(context.Manifest.Prompts),
        };
    }

    /// <summary>A file that several folders hold is numbered in the order of the folders.</summary>
    private static SortedDictionary<string, string> Named(IEnumerable<RunFile> files)
    {
        var named = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files.GroupBy(f => f.Name).SelectMany(g => g.Select((f, i) => (Name: i == 0 ? f.Name : FormattableString.Invariant($"{f.Name}#{i + 1}"), f.Sha256))))
        {
            named[file.Name] = file.Sha256;
        }

        return named;
    }
}
