using System.Globalization;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration.Yaml;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Configuration;

/// <summary>Reads the <c>simulation</c> part of <c>experiment_config.yaml</c>.</summary>
internal static class SimulationReader
{
    private static readonly NumberRange Lift = new(-100, 10_000, "percent");

    /// <summary>Reads the rate table; simulated engagement needs a declared rate for each rate metric.</summary>
    public static SimulationOptions Read(
        YamlReader experiment, IReadOnlyList<TreatmentArm> arms, IReadOnlyList<string> metrics, EngagementSource engagement)
    {
        var options = new SimulationOptions();
        if (engagement == EngagementSource.Simulated)
        {
            experiment.Require("simulation");
        }

        if (experiment.Map("simulation") is not { } map)
        {
            return options;
        }

        map.Require("base");
        if (map.Map("base") is { } rates)
        {
            var needed = engagement == EngagementSource.Simulated ? metrics.Where(m => Metric.All.Contains(m) && !Metric.IsNumeric(m)) : [];
            rates.Require(needed);
            options = options with
            {
                BaseRates = ReadRates(rates),
                RevenueMean = rates.Number("revenue_mean", NumberRange.Positive) ?? options.RevenueMean,
                RevenueSigma = rates.Number("revenue_sigma", new NumberRange(0, 3)) ?? options.RevenueSigma,
            };
            rates.RefuseUnknownKeys();
        }

        var lifts = map.Map("declared_lift_percent");
        options = options with
        {
            DeclaredLiftPercent = lifts is null ? options.DeclaredLiftPercent : ReadLifts(lifts, arms, options.BaseRates),
            Spread = map.Number("spread", NumberRange.ShareBelowOne) ?? options.Spread,
        };
        map.RefuseUnknownKeys();
        return options;
    }

    private static Dictionary<string, double> ReadRates(YamlReader reader)
    {
        var rates = new Dictionary<string, double>();
        foreach (var metric in Metric.All.Where(m => !Metric.IsNumeric(m)))
        {
            if (reader.Number(metric, NumberRange.Rate) is { } rate)
            {
                rates[metric] = rate;
            }
        }

        RefuseAbove(reader, rates, Metric.ClickRate, Metric.OpenRate);
        RefuseAbove(reader, rates, Metric.ConversionRate, Metric.ClickRate);
        return rates;
    }

    /// <summary>Who converts has clicked and who clicks has opened, so a later rate can't be the larger one.</summary>
    private static void RefuseAbove(YamlReader reader, Dictionary<string, double> rates, string later, string earlier)
    {
        if (rates.TryGetValue(later, out var rate) && rates.TryGetValue(earlier, out var limit) && rate > limit)
        {
            var expected = $"at most {earlier} ({limit.ToString(CultureInfo.InvariantCulture)})";
            reader.Problems.Add(
                ProblemKind.Contradiction, reader.PlaceOf(later), $"{reader.NameOf(later)} is above {earlier}",
                rate.ToString(CultureInfo.InvariantCulture), expected);
        }
    }

    private static Dictionary<ArmId, IReadOnlyDictionary<string, double>> ReadLifts(
        YamlReader reader, IReadOnlyList<TreatmentArm> arms, IReadOnlyDictionary<string, double> rates)
    {
        var lifts = new Dictionary<ArmId, IReadOnlyDictionary<string, double>>();
        foreach (var arm in arms.Select(a => a.Id).Distinct())
        {
            var byMetric = new Dictionary<string, double>();
            if (reader.Find(arm.Value) is YamlMap)
            {
                var map = reader.Map(arm.Value)!;
                foreach (var metric in Metric.All)
                {
                    Add(byMetric, map, metric, metric, rates);
                }

                map.RefuseUnknownKeys();
            }
            else
            {
                Add(byMetric, reader, arm.Value, Metric.ClickRate, rates);
            }

            if (byMetric.Count > 0)
            {
                lifts[arm] = byMetric;
            }
        }

        reader.RefuseUnknownKeys();
        return lifts;
    }

    private static void Add(
        Dictionary<string, double> lifts, YamlReader reader, string key, string metric, IReadOnlyDictionary<string, double> rates)
    {
        if (reader.Number(key, Lift) is not { } lift)
        {
            return;
        }

        lifts[metric] = lift;
        if (rates.TryGetValue(metric, out var rate) && rate * (1 + (lift / 100)) > 1)
        {
            reader.Problems.Add(
                ProblemKind.Contradiction, reader.PlaceOf(key), $"{reader.NameOf(key)} lifts {metric} above 1",
                lift.ToString(CultureInfo.InvariantCulture), "a lift that keeps the rate at or below 1");
        }
    }
}
