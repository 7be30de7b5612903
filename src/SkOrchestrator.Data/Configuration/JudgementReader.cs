using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration.Yaml;

namespace SkOrchestrator.Data.Configuration;

/// <summary>Reads the part of <c>experiment_config.yaml</c> that says how a result is judged: smallest effect, guardrails, stop, looks and caps.</summary>
internal static class JudgementReader
{
    private const int DefaultLooks = 5;

    private static readonly NumberRange Margin = new(0, 0.1, "as a fraction: 0.002 is 0.2 percentage points");

    private static readonly NumberRange StopRate = new(0, 0.1, "as a fraction: 0.003 is 0.3 %") { IsAbove = true };

    private static readonly NumberRange LiftPercent = new(0, 1000, "percent of the control rate") { IsAbove = true };

    private static readonly NumberRange Looks = new(1, 20, "looks, the last one included");

    private static readonly NumberRange Cap = new(0, Unit: "per customer") { IsAbove = true };

    private static readonly Dictionary<string, MonitoringMethod> Methods = new()
    {
        ["none"] = MonitoringMethod.None,
        ["group_sequential"] = MonitoringMethod.GroupSequential,
        ["confidence_sequence"] = MonitoringMethod.ConfidenceSequence,
    };

    /// <summary>The options with what the keys say; problems are noted in the reader.</summary>
    public static ExperimentOptions Read(YamlReader reader, ExperimentOptions options) => options with
    {
        SmallestEffectPercent = reader.Number("smallest_effect_percent", LiftPercent),
        Guardrails = Numbers(reader, "guardrails", Metric.Guardrails, Margin),
        ComplaintStop = reader.Number("complaint_stop", StopRate) ?? options.ComplaintStop,
        Monitoring = ReadMonitoring(reader) ?? options.Monitoring,
        Caps = Numbers(reader, "caps", Metric.All.Where(Metric.IsNumeric), Cap),
    };

    private static MonitoringOptions? ReadMonitoring(YamlReader reader)
    {
        if (reader.Map("monitoring") is not { } map)
        {
            return null;
        }

        map.Require("method");
        var method = map.Choice("method", Methods) ?? MonitoringMethod.None;
        var looks = map.Whole("looks", Looks);
        map.RefuseUnknownKeys();
        return new MonitoringOptions(method, looks ?? (method == MonitoringMethod.GroupSequential ? DefaultLooks : 1));
    }

    private static Dictionary<string, double> Numbers(YamlReader reader, string key, IEnumerable<string> names, NumberRange range)
    {
        var numbers = new Dictionary<string, double>();
        if (reader.Map(key) is not { } map)
        {
            return numbers;
        }

        foreach (var name in names)
        {
            if (map.Number(name, range) is { } number)
            {
                numbers[name] = number;
            }
        }

        map.RefuseUnknownKeys();
        return numbers;
    }
}
