using SkOrchestrator.Experiment;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>
/// The logistic regression of one rate on arms and all features (McCullagh and Nelder 1989, ch. 4), each level against a reference, with Wald intervals.
/// Levels that predict without error have no finite odds ratio: their customers leave the model, which is what maximum likelihood does in the limit. Levels
/// that can't be told apart from others leave it one by one. Levels with few events stay in it, for the sake of the others, but get no odds ratio.
/// </summary>
internal sealed class AttributionModel(FeatureTable features, AnalysisTable table, string metric, double confidence)
{
    private const long FewestOutcomes = 5;
    private const string Collinear = "it can't be told apart from the levels of other features";

    private readonly Dictionary<(int Factor, int Level), string> _leftOut = [];

    /// <summary>One row per feature level other than the reference, with its p-value.</summary>
    public IReadOnlyList<(AttributionResult Row, double? PValue)> Rows()
    {
        AttributionGroups everybody = AttributionGroups.From(features, table, metric);
        if (everybody.All is { Trials: 0 } or { Successes: 0 } or { Failures: 0 })
        {
            string why = everybody.All.Trials == 0 ? "no customers" : everybody.All.Successes == 0 ? "no events in any arm" : "every customer had the event";
            return [.. Terms(everybody).Where(t => t.Factor > 0).Select(t => Missing(t, everybody, why))];
        }

        AttributionGroups groups = everybody;
        while (true)
        {
            groups = Mixed(groups);
            List<(int Factor, int Level)> terms = Independent(groups);
            Estimated<LogisticFit> fit = LogisticRegression.Fit([.. groups.Groups.Select(g => Group(g, terms))]);
            if (fit.WhyNot == LogisticRegression.Separated && terms.Where(t => t.Factor > 0).ToList() is { Count: > 0 } candidates)
            {
                (int Factor, int Level) rarest = candidates.MinBy(t => Rarer(groups.Of(t.Factor, t.Level)));
                _leftOut[rarest] = "together with other features it predicts the outcome without error, so no finite odds ratio exists";
                groups = groups.Without(new HashSet<(int, int)> { rarest });
                continue;
            }

            return [.. LeftOut(everybody, groups), .. terms.Index().Where(t => t.Item.Factor > 0).Select(t => Row(t.Item, groups, fit, t.Index + 1))];
        }
    }

    /// <summary>The groups of levels with both outcomes; the others are noted.</summary>
    private AttributionGroups Mixed(AttributionGroups groups)
    {
        while (true)
        {
            HashSet<(int, int)> certain = [.. groups.Levels.Where(l => Rarer(groups.Of(l.Factor, l.Level)) == 0)];
            if (certain.Count == 0)
            {
                return groups;
            }

            foreach ((int factor, int level) in certain)
            {
                _leftOut.TryAdd((factor, level), groups.Of(factor, level).Successes == 0
                    ? "nobody with it has the event, so no finite odds ratio exists"
                    : "everybody with it has the event, so no finite odds ratio exists");
            }

            groups = groups.Without(certain);
        }
    }

    /// <summary>The terms without those that depend on earlier ones.</summary>
    private List<(int Factor, int Level)> Independent(AttributionGroups groups)
    {
        var basis = new SpanningBasis(groups.Groups.Count);
        basis.Add([.. groups.Groups.Select(_ => 1.0)]);
        List<(int Factor, int Level)> kept = [];
        foreach ((int factor, int level) in Terms(groups))
        {
            if (basis.Add([.. groups.Groups.Select(g => g.Levels[factor] == level ? 1.0 : 0)]))
            {
                kept.Add((factor, level));
                _leftOut.Remove((factor, level));
            }
            else
            {
                _leftOut.TryAdd((factor, level), Collinear);
            }
        }

        return kept;
    }

    private IEnumerable<(int Factor, int Level)> Terms(AttributionGroups groups) => groups.Levels.Where(l => l.Level != Reference(groups, l.Factor));

    /// <summary>The first level with enough customers of both outcomes, or else the first.</summary>
    private int Reference(AttributionGroups groups, int factor)
    {
        int[] levels = [.. groups.Levels.Where(l => l.Factor == factor).Select(l => l.Level)];
        int[] sound = [.. levels.Where(level => Rarer(groups.Of(factor, level)) >= FewestOutcomes)];
        return (sound.Length > 0 ? sound : levels)[0];
    }

    private static LogisticGroup Group((int[] Levels, Proportion Counts) group, List<(int Factor, int Level)> terms) =>
        new([.. terms.Select(t => group.Levels[t.Factor] == t.Level ? 1.0 : 0)], group.Counts.Successes, group.Counts.Trials);

    private IEnumerable<(AttributionResult Row, double? PValue)> LeftOut(AttributionGroups everybody, AttributionGroups groups) =>
        everybody.Levels.Where(l => l.Factor > 0 && _leftOut.ContainsKey(l)).Select(l => Missing(l, groups, _leftOut[l]));

    private (AttributionResult Row, double? PValue) Row((int Factor, int Level) term, AttributionGroups groups, Estimated<LogisticFit> fit, int index)
    {
        if (!fit.TryGet(out LogisticFit? model, out string? whyNot))
        {
            return Missing(term, groups, whyNot);
        }

        Proportion counts = groups.Of(term.Factor, term.Level);
        if (Rarer(counts) < FewestOutcomes)
        {
            return Missing(term, groups, $"fewer than {FewestOutcomes} customers with it {(counts.Successes < counts.Failures ? "have" : "lack")} the event");
        }

        double margin = NormalTail.CriticalValue(confidence) * model.StandardErrors[index];
        AttributionResult row = Empty(term, groups) with
        {
            OddsRatio = Numbers.Finite(Math.Exp(model.Coefficients[index])),
            CiLow = Numbers.Finite(Math.Exp(model.Coefficients[index] - margin)),
            CiHigh = Numbers.Finite(Math.Exp(model.Coefficients[index] + margin)),
        };
        return (row, Numbers.PValue(model.PValues[index]));
    }

    private (AttributionResult Row, double? PValue) Missing((int Factor, int Level) term, AttributionGroups groups, string why) =>
        (Empty(term, groups) with { NotEstimable = why }, null);

    private AttributionResult Empty((int Factor, int Level) term, AttributionGroups groups)
    {
        Feature feature = features.Features[term.Factor - 1];
        bool hasReference = groups.Levels.Any(l => l.Factor == term.Factor);
        return new(feature.Name, feature.Levels[term.Level], metric, null, null, null, null)
        {
            Reference = hasReference ? feature.Levels[Reference(groups, term.Factor)] : null,
        };
    }

    private static long Rarer(Proportion counts) => Math.Min(counts.Successes, counts.Failures);
}
