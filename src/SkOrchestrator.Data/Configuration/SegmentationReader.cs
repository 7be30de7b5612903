using System.Text.RegularExpressions;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration.Yaml;

namespace SkOrchestrator.Data.Configuration;

/// <summary>Reads <c>segmentation_config.yaml</c>.</summary>
internal static partial class SegmentationReader
{
    private static readonly NumberRange Clusters = new(2, 10, "clusters");

    private static readonly Dictionary<string, SegmentationStrategy> Strategies = new()
    {
        ["clustering"] = SegmentationStrategy.Clustering,
        ["rules"] = SegmentationStrategy.Rules,
    };

    /// <summary>Reads the options; problems are noted in the reader.</summary>
    public static SegmentationOptions Read(YamlReader reader)
    {
        var defaults = new SegmentationOptions();
        var strategy = reader.Choice("strategy", Strategies) ?? defaults.Strategy;
        var fallback = reader.Map("fallback") is { } last ? RuleReader.ReadFallback(last) : defaults.Fallback;
        var options = ReadClusters(reader, defaults) with
        {
            File = reader.PlaceOf(strategy == SegmentationStrategy.Rules ? "rules" : "audiences").File,
            Strategy = strategy,
            MinimumGroup = ReadMinimumGroup(reader) ?? defaults.MinimumGroup,
            Audiences = ReadAudiences(reader),
            Columns = ColumnReader.Read(reader),
            Rules = RuleReader.Read(reader, fallback),
            Fallback = fallback,
        };
        if (strategy == SegmentationStrategy.Rules)
        {
            reader.Require("rules");
        }

        return options;
    }

    private static SegmentationOptions ReadClusters(YamlReader reader, SegmentationOptions defaults)
    {
        if (reader.Map("clusters") is not { } map)
        {
            return defaults;
        }

        var options = defaults with
        {
            MinimumClusters = map.Whole("min", Clusters) ?? defaults.MinimumClusters,
            MaximumClusters = map.Whole("max", Clusters) ?? defaults.MaximumClusters,
            SampleSize = map.Whole("sample_size", new NumberRange(100, 1_000_000, "customers")) ?? defaults.SampleSize,
        };
        map.RefuseUnknownKeys();
        if (options.MinimumClusters > options.MaximumClusters)
        {
            map.Problems.Add(
                ProblemKind.Contradiction,
                map.Place,
                "clusters.min is above clusters.max",
                $"{options.MinimumClusters}",
                $"at most {options.MaximumClusters}");
        }

        return options;
    }

    /// <summary>A group of one is a person: a value that only one customer has must never get into a text.</summary>
    private static int? ReadMinimumGroup(YamlReader reader)
    {
        if (reader.Map("privacy") is not { } map)
        {
            return null;
        }

        var group = map.Whole("min_group", new NumberRange(2, int.MaxValue, "customers"));
        map.RefuseUnknownKeys();
        return group;
    }

    private static Dictionary<string, string> ReadAudiences(YamlReader reader)
    {
        var audiences = new Dictionary<string, string>(StringComparer.Ordinal);
        if (reader.Map("audiences") is not { } map)
        {
            return audiences;
        }

        foreach (var name in map.Entries.Select(e => e.Key))
        {
            if (!AudienceName().IsMatch(name.Text))
            {
                map.Problems.Add(
                    ProblemKind.Format,
                    name.Place,
                    "the name of an audience has a wrong form",
                    name.Text,
                    "letters, digits, - and _");
            }

            map.Require(name.Text);
            if (map.Text(name.Text) is { } condition)
            {
                audiences[name.Text] = condition;
            }
        }

        return audiences;
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AudienceName();
}
