using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>The customers of a feature table as groups: the first factor is the arm, control first, and the others are the features.</summary>
internal sealed class AttributionGroups
{
    private readonly Dictionary<(int Factor, int Level), Proportion> _levels = [];

    private AttributionGroups(IReadOnlyList<(int[] Levels, Proportion Counts)> groups)
    {
        Groups = groups;
        foreach ((int[] levels, Proportion counts) in groups)
        {
            for (int factor = 0; factor < levels.Length; factor++)
            {
                _levels[(factor, levels[factor])] = _levels.GetValueOrDefault((factor, levels[factor])) + counts;
            }
        }
    }

    /// <summary>The level of each factor, and the customers who share them all.</summary>
    public IReadOnlyList<(int[] Levels, Proportion Counts)> Groups { get; }

    /// <summary>Customers of all groups.</summary>
    public Proportion All => Groups.Aggregate(default(Proportion), (sum, g) => sum + g.Counts);

    /// <summary>The customers of the arms of the experiment, on one metric.</summary>
    public static AttributionGroups From(FeatureTable features, AnalysisTable table, string metric)
    {
        List<ArmId> arms = [.. table.Treatments.Prepend(table.Control)];
        int index = features.Metrics.TakeWhile(m => m != metric).Count();
        return new(
        [
            .. from pattern in features.Patterns
               where pattern.Count > 0 && arms.Contains(pattern.Arm)
               select ((int[])[arms.IndexOf(pattern.Arm), .. pattern.Levels], new Proportion(pattern.Successes[index], pattern.Count)),
        ]);
    }

    /// <summary>Customers of a level.</summary>
    public Proportion Of(int factor, int level) => _levels.GetValueOrDefault((factor, level));

    /// <summary>The levels that have customers, in order.</summary>
    public IEnumerable<(int Factor, int Level)> Levels => _levels.Keys.Order();

    /// <summary>The groups without those of some levels.</summary>
    public AttributionGroups Without(IReadOnlySet<(int Factor, int Level)> levels) =>
        new([.. Groups.Where(g => !g.Levels.Select((level, factor) => (factor, level)).Any(levels.Contains))]);
}
