using System.Globalization;
using DuckDB.NET.Data;
using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>Segments written by a marketer: the rule whose weighted conditions score highest wins.</summary>
internal sealed class RulesStrategy(DuckDBConnection connection, SegmentationOptions options, ConditionWords words) : ISegmentationStrategy
{
    /// <inheritdoc/>
    public string Method => "rules";

    /// <inheritdoc/>
    public IReadOnlyList<SegmentGroup> Assign(IReadOnlyList<Feature> features, ICollection<string> notes)
    {
        var scores = options.Rules.Select((rule, number) => Score(rule, number));
        connection.Run(SegmentationSql.Script(
            "segment_rules",
            ("scores", string.Join("UNION ALL\n", scores)),
            ("fallback", options.Rules.Count.ToString(CultureInfo.InvariantCulture))));
        var used = connection.Query("SELECT DISTINCT segment_group FROM segment_scores", r => r.GetInt32(0))
            .ToHashSet();
        foreach (var rule in options.Rules.Where((_, number) => !used.Contains(number)))
        {
            notes.Add($"No customer is in the segment {rule.Label}; it was left out.");
        }

        return [.. options.Rules.Append(options.Fallback).Select(rule => new SegmentGroup(null, null, rule))];
    }

    private string Score(SegmentRule rule, int number)
    {
        var weights = rule.Conditions.Select(c => $"CASE WHEN ({c.When}) THEN {SegmentationSql.Literal(c.Weight)} ELSE 0 END");
        var reasons = rule.Conditions.Select(c => $"CASE WHEN ({c.When}) THEN {SegmentationSql.Literal(words.Of(c.When))} END");
        return SegmentationSql.Script(
            "segment_rule",
            ("number", number.ToString(CultureInfo.InvariantCulture)),
            ("highest", SegmentationSql.Literal(rule.Conditions.Sum(c => c.Weight))),
            ("minimum", SegmentationSql.Literal(rule.MinimumScore)),
            ("score", string.Join(" + ", weights)),
            ("reasons", string.Join(", ", reasons)));
    }
}
