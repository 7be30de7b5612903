using System.Globalization;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration.Yaml;

namespace SkOrchestrator.Data.Configuration;

/// <summary>Reads the <c>rules</c> and the <c>fallback</c> of <c>segmentation_config.yaml</c>.</summary>
internal static class RuleReader
{
    private const int MostRules = 10;

    /// <summary>Reads the rules in order.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="fallback">The segment of everyone else; its label is taken.</param>
    public static IReadOnlyList<SegmentRule> Read(YamlReader reader, SegmentRule fallback)
    {
        var rules = new List<SegmentRule>();
        if (reader.List("rules") is not { } list)
        {
            return rules;
        }

        if (list.Items.Count is 0 or > MostRules)
        {
            reader.Problems.Add(
                ProblemKind.OutOfRange,
                list.Place,
                "the number of rules is out of range",
                $"{list.Items.Count} rules",
                $"1 to {MostRules} rules");
        }

        foreach (var (index, item) in list.Items.Index())
        {
            if (reader.MapOf(item, $"rules[{index}]") is { } map)
            {
                var rule = ReadRule(map);
                if (rules.Append(fallback).Any(r => r.Label.Equals(rule.Label, StringComparison.OrdinalIgnoreCase)))
                {
                    map.Problems.Add(
                        ProblemKind.Duplicate,
                        map.PlaceOf("label"),
                        $"{map.NameOf("label")} is taken",
                        rule.Label,
                        "a label of its own for each rule");
                }

                rules.Add(rule);
            }
        }

        return rules;
    }

    /// <summary>Reads the segment of everyone whom no rule fits.</summary>
    public static SegmentRule ReadFallback(YamlReader map)
    {
        var defaults = new SegmentationOptions().Fallback;
        var fallback = defaults with
        {
            Label = map.Text("label") ?? defaults.Label,
            Description = map.Text("description") ?? defaults.Description,
            Hook = map.Text("hook") ?? defaults.Hook,
            Terms = TraitReader.ReadTerms(map),
        };
        map.RefuseUnknownKeys();
        return fallback;
    }

    private static SegmentRule ReadRule(YamlReader map)
    {
        map.Require("label", "conditions");
        var label = map.Text("label") ?? string.Empty;
        var conditions = ReadConditions(map);
        var reachable = conditions.Sum(c => c.Weight);
        var minimum = map.Number("minimum_score", NumberRange.Positive) ?? 1;
        if (conditions.Count > 0 && minimum > reachable)
        {
            map.Problems.Add(
                ProblemKind.Contradiction,
                map.PlaceOf("minimum_score"),
                $"{map.NameOf("minimum_score")} can't be reached",
                minimum.ToString(CultureInfo.InvariantCulture),
                $"at most the sum of the weights ({reachable.ToString(CultureInfo.InvariantCulture)})");
        }

        var description = map.Text("description") ?? label;
        var rule = new SegmentRule(label, description, map.Text("hook"), TraitReader.ReadTerms(map), minimum, conditions);
        map.RefuseUnknownKeys();
        return rule;
    }

    private static List<RuleCondition> ReadConditions(YamlReader map)
    {
        var conditions = new List<RuleCondition>();
        if (map.List("conditions") is not { } list)
        {
            return conditions;
        }

        if (list.Items.Count == 0)
        {
            map.Problems.Add(
                ProblemKind.MissingKey,
                list.Place,
                $"{map.NameOf("conditions")} is empty",
                "no condition",
                "at least one condition");
        }

        foreach (var (index, item) in list.Items.Index())
        {
            if (map.MapOf(item, $"{map.NameOf("conditions")}[{index}]") is { } condition)
            {
                condition.Require("when");
                conditions.Add(
                    new RuleCondition(condition.Text("when") ?? string.Empty, condition.Number("weight", NumberRange.Positive) ?? 1));
                condition.RefuseUnknownKeys();
            }
        }

        return conditions;
    }
}
