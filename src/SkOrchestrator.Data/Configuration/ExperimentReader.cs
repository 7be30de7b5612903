using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration.Yaml;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Configuration;

/// <summary>Reads <c>experiment_config.yaml</c>.</summary>
internal static class ExperimentReader
{
    private const int FewestArms = 3;
    private const int MostArms = 4;

    private static readonly Dictionary<string, CorrectionMethod> Corrections = new()
    {
        ["holm"] = CorrectionMethod.Holm,
        ["bh"] = CorrectionMethod.BenjaminiHochberg,
        ["none"] = CorrectionMethod.None,
    };

    private static readonly Dictionary<string, EngagementSource> Sources = new()
    {
        ["simulated"] = EngagementSource.Simulated,
        ["historical"] = EngagementSource.Historical,
        ["none"] = EngagementSource.None,
    };

    private static readonly Dictionary<string, bool> Strategies = new() { ["stratified"] = true };

    private static readonly Dictionary<string, bool> KnownMetrics = Metric.All.ToDictionary(m => m, Metric.IsNumeric);

    /// <summary>Reads the options; problems are noted in the reader.</summary>
    public static ExperimentOptions Read(YamlReader reader)
    {
        reader.Require("id", "arms");
        reader.Choice("strategy", Strategies);
        var defaults = new ExperimentOptions { Id = string.Empty, Arms = [], Weights = new Dictionary<ArmId, double>() };
        var arms = ReadArms(reader);
        var metrics = ReadMetrics(reader) ?? defaults.Metrics;
        var allowOpen = reader.Flag("allow_open_primary") ?? defaults.AllowOpenPrimary;
        var engagement = reader.Choice("engagement", Sources) ?? defaults.Engagement;
        var options = defaults with
        {
            Id = NameRules.Id(reader, "id") ?? string.Empty,
            Arms = arms,
            Weights = ReadWeights(reader, arms),
            SampleSize = ReadSampleSize(reader),
            HoldoutShare = reader.Number("holdout_share", NumberRange.ShareBelowOne) ?? defaults.HoldoutShare,
            AllowOpenPrimary = allowOpen,
            Primary = ReadPrimary(reader, metrics, allowOpen) ?? defaults.Primary,
            Metrics = metrics,
            Alpha = reader.Number("alpha", new NumberRange(0, 1) { IsAbove = true, IsBelow = true }) ?? defaults.Alpha,
            Correction = reader.Choice("correction", Corrections) ?? defaults.Correction,
            Windows = ReadWindows(reader),
            Engagement = engagement,
            Seed = reader.Whole("seed", new NumberRange(0, int.MaxValue)) ?? defaults.Seed,
            Contact = ReadContact(reader) ?? defaults.Contact,
            Simulation = SimulationReader.Read(reader, arms, metrics, engagement),
        };
        return JudgementReader.Read(reader, options);
    }

    private static List<TreatmentArm> ReadArms(YamlReader reader)
    {
        var arms = new List<TreatmentArm>();
        if (reader.List("arms") is not { } list)
        {
            return arms;
        }

        foreach (var (index, item) in list.Items.Index())
        {
            if (reader.MapOf(item, $"arms[{index}]") is not { } arm)
            {
                continue;
            }

            arm.Require("id", "tone");
            var (id, tone) = (NameRules.Id(arm, "id"), NameRules.Id(arm, "tone"));
            if (id is not null && tone is not null)
            {
                RefuseTaken(arm, "id", id, [ArmId.Control.Value, ArmId.AnyTreatment.Value, .. arms.Select(a => a.Id.Value)]);
                RefuseTaken(arm, "tone", tone, arms.Select(a => a.Tone));
                arms.Add(new TreatmentArm(ArmId.From(id), tone));
            }

            arm.RefuseUnknownKeys();
        }

        if (list.Items.Count is < FewestArms or > MostArms)
        {
            reader.Problems.Add(
                ProblemKind.OutOfRange, list.Place, "the number of arms is out of range", $"{list.Items.Count} arms",
                $"{FewestArms} to {MostArms} treatment arms; the control arm is always there and is not listed");
        }

        return arms;
    }

    private static void RefuseTaken(YamlReader arm, string key, string value, IEnumerable<string> taken)
    {
        if (taken.Contains(value))
        {
            arm.Problems.Add(ProblemKind.Duplicate, arm.PlaceOf(key), $"{arm.NameOf(key)} is taken", value, $"each arm with its own {key}");
        }
    }

    private static Dictionary<ArmId, double> ReadWeights(YamlReader reader, List<TreatmentArm> arms)
    {
        var ids = arms.Select(a => a.Id).Prepend(ArmId.Control).Distinct().ToList();
        if (reader.Map("weights") is not { } map)
        {
            return ids.ToDictionary(id => id, _ => 1d);
        }

        map.Require(ids.Select(id => id.Value));
        var weights = ids.ToDictionary(id => id, id => map.Number(id.Value, NumberRange.NotNegative) ?? double.NaN);
        map.RefuseUnknownKeys();
        if (weights[ArmId.Control] == 0 || weights.Where(w => !w.Key.IsControl).All(w => w.Value == 0))
        {
            reader.Problems.Add(
                ProblemKind.Contradiction,
                map.Place,
                "there is nothing to compare",
                "a weight of 0",
                "control and at least one treatment above 0");
        }

        return weights;
    }

    private static int? ReadSampleSize(YamlReader reader) =>
        reader.Find("sample_size") is YamlText { Text: "all" }
            ? null
            : reader.Whole("sample_size", new NumberRange(1, int.MaxValue, "customers, or all"));

    private static List<string>? ReadMetrics(YamlReader reader)
    {
        var metrics = reader.Texts("metrics");
        foreach (var metric in metrics?.Where(m => !KnownMetrics.ContainsKey(m.Text)) ?? [])
        {
            reader.UnknownName(metric.Place, "metrics", metric.Text, KnownMetrics.Keys);
        }

        if (metrics is { Count: 0 })
        {
            reader.Problems.Add(
                ProblemKind.MissingKey,
                reader.PlaceOf("metrics"),
                "metrics is empty",
                "no metric",
                "at least the primary metric");
        }

        return metrics?.Select(m => m.Text).Distinct().ToList();
    }

    private static string? ReadPrimary(YamlReader reader, IReadOnlyList<string> metrics, bool allowOpen)
    {
        var isNumeric = reader.Choice("primary", KnownMetrics);
        var primary = isNumeric is null ? Metric.ClickRate : reader.Text("primary")!;
        if (!metrics.Contains(primary))
        {
            reader.Problems.Add(
                ProblemKind.Contradiction,
                reader.PlaceOf("primary"),
                "primary is not among the metrics",
                primary,
                $"one of {string.Join(", ", metrics)}",
                $"add {primary} to metrics, or choose another primary metric");
        }

        if (primary == Metric.OpenRate && !allowOpen)
        {
            reader.Problems.Add(
                ProblemKind.Contradiction,
                reader.PlaceOf("primary"),
                "open_rate can't be the primary metric as it stands: mail programs open mails by themselves, in every arm, which hides real differences",
                primary,
                "click_rate, or conversion_rate or revenue_per_recipient where power allows",
                "set primary: click_rate, or accept that and set allow_open_primary: true");
        }

        return primary;
    }

    private static Dictionary<string, TimeSpan> ReadWindows(YamlReader reader)
    {
        var windows = new Dictionary<string, TimeSpan>();
        if (reader.Map("windows") is not { } map)
        {
            return windows;
        }

        foreach (var metric in Metric.All)
        {
            if (map.Number(metric, new NumberRange(0, 366, "days") { IsAbove = true }) is { } days)
            {
                windows[metric] = TimeSpan.FromDays(days);
            }
        }

        map.RefuseUnknownKeys();
        return windows;
    }

    private static ContactPolicy? ReadContact(YamlReader reader)
    {
        if (reader.Map("contact") is not { } map)
        {
            return null;
        }

        var cap = map.Whole("frequency_cap", new NumberRange(0, 1000, "mails; 0 = no cap"));
        var days = map.Number("per_days", new NumberRange(0, 3660, "days") { IsAbove = true });
        map.RefuseUnknownKeys();
        return new ContactPolicy(cap ?? 0, TimeSpan.FromDays(days ?? 7));
    }
}
