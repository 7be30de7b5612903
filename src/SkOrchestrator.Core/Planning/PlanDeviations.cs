using System.Globalization;
using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Planning;

/// <summary>The differences between a plan and what is done, one sentence each.</summary>
internal static class PlanDeviations
{
    private const string None = "none";

    /// <summary>The share by which the number of customers may differ from the planned one.</summary>
    private const double ToleratedShare = 0.05;

    private static readonly Dictionary<string, double> Empty = [];

    /// <summary>Differences of the choices that are given.</summary>
    public static IEnumerable<string> Of(PlanLock plan, PlanChoices actual)
    {
        IEnumerable<string?> all =
        [
            Differ("primary metric", plan.Primary, actual.Primary, "analysed"),
            Differ("metrics", Join(plan.Metrics), actual.Metrics is { } metrics ? Join(metrics) : null, "analysed"),
            .. (actual.WindowDays ?? Empty).Select(w => Differ(
                $"window of {w.Key}", plan.WindowDays.TryGetValue(w.Key, out var planned) ? Days(planned) : null, Days(w.Value))),
            Differ("alpha", Text(plan.Alpha), Text(actual.Alpha)),
            Differ("correction", plan.Correction, actual.Correction is { } correction ? PlanWords.Of(correction) : null),
            Differ("arms and weights", Arms(plan.Arms.Select(a => (a.Arm, a.Weight))), actual.Weights is { } weights ? Arms(weights.Select(w => (w.Key.Value, w.Value))) : null),
            .. Treatments(plan.Family, actual.Treatments),
            .. Tones(plan, actual.Tones),
            Differ("guardrails", Pairs(plan.Guardrails), actual.Guardrails is { } guardrails ? Pairs(guardrails) : null),
            Differ("complaint stop", Text(plan.ComplaintStop), Text(actual.ComplaintStop)),
            Differ("smallest effect", Percent(plan.SmallestEffectPercent), actual.SmallestEffectPercent is { } effect ? Percent(effect) : null),
            Differ("monitoring", Monitoring(plan.Monitoring.Method, plan.Monitoring.Looks),
                actual.Monitoring is { } m ? Monitoring(PlanWords.Of(m.Method), m.Looks) : null),
            Differ("caps", Pairs(plan.Caps), actual.Caps is { } caps ? Pairs(caps) : null),
            Differ("seed", Text(plan.Seed), Text(actual.Seed)),
            Differ("holdout share", Text(plan.HoldoutShare), Text(actual.HoldoutShare)),
            actual.Customers is { } customers && Math.Abs((double)customers - plan.Customers) > ToleratedShare * plan.Customers
                ? Sentence("customers", Text(plan.Customers)!, Text(customers)!, "analysed") : null,
        ];
        return all.OfType<string>();
    }

    /// <summary>What a run, which states everything, leaves out though the plan has it, and the size of the draw.</summary>
    public static IEnumerable<string> Withdrawn(PlanLock plan, ExperimentOptions actual)
    {
        if (plan.SmallestEffectPercent is not null && actual.SmallestEffectPercent is null)
        {
            yield return Sentence("smallest effect", Percent(plan.SmallestEffectPercent)!, None);
        }

        if (plan.SampleSize != actual.SampleSize)
        {
            yield return Sentence("sample size", Text(plan.SampleSize) ?? "all", Text(actual.SampleSize) ?? "all");
        }
    }

    /// <summary>Files that are not those of the plan.</summary>
    public static IEnumerable<string> Of(PlanHashes plan, PlanHashes actual)
    {
        if (plan.Customers != actual.Customers)
        {
            yield return "The customer file is not the one that was planned with (its SHA-256 differs).";
        }

        if (plan.Content != actual.Content)
        {
            yield return "The content library has changed since the plan was locked (its SHA-256 differs).";
        }

        foreach (var sentence in Files("configuration", plan.Config, actual.Config).Concat(Files("prompt", plan.Prompts, actual.Prompts)))
        {
            yield return sentence;
        }
    }

    private static IEnumerable<string> Files(string kind, IReadOnlyDictionary<string, string> plan, IReadOnlyDictionary<string, string> actual) =>
        from name in plan.Keys.Union(actual.Keys).Order(StringComparer.Ordinal)
        let planned = plan.GetValueOrDefault(name)
        let used = actual.GetValueOrDefault(name)
        where planned != used
        select planned is null ? $"The {kind} file {name} was not there when the plan was locked."
            : used is null ? $"The {kind} file {name} of the plan is gone."
            : $"The {kind} file {name} has changed since the plan was locked (its SHA-256 differs).";

    /// <summary>The family of the plan and that of the data: what is missing, what is new, and over how many the correction goes.</summary>
    private static IEnumerable<string> Treatments(PlanFamily plan, IReadOnlyList<string>? actual)
    {
        List<string> missing = [.. plan.Treatments.Except(actual ?? plan.Treatments)];
        List<string> added = [.. (actual ?? []).Except(plan.Treatments)];
        if (missing.Count > 0)
        {
            yield return $"Treatments of the plan are missing in the data: {Join(missing)}.";
        }

        if (added.Count > 0)
        {
            yield return $"Treatments in the data are not in the plan: {Join(added)}.";
        }

        if (actual is not null && actual.Count != plan.Size)
        {
            yield return Sentence("treatments that are corrected for together", Text(plan.Size)!, Text(actual.Count)!);
        }
    }

    private static IEnumerable<string?> Tones(PlanLock plan, IReadOnlyDictionary<ArmId, string>? tones) => tones is null ? []
        : plan.Arms.Where(a => tones.ContainsKey(ArmId.From(a.Arm))).Select(a => Differ($"tone of {a.Arm}", a.Tone, tones[ArmId.From(a.Arm)]));

    private static string? Differ(string what, string? planned, string? actual, string verb = "used") =>
        actual is null || planned == actual ? null : Sentence(what, planned ?? None, actual, verb);

    private static string Sentence(string what, string planned, string actual, string verb = "used") =>
        $"{char.ToUpperInvariant(what[0])}{what[1..]}: planned {planned}, {verb} {actual}.";

    private static string Arms(IEnumerable<(string Arm, double Weight)> arms)
    {
        var used = arms.Where(a => a.Weight > 0).ToList();
        var total = used.Sum(a => a.Weight);
        return used.Count == 0 ? None : string.Join(", ", used.OrderBy(a => a.Arm, StringComparer.Ordinal)
            .Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Arm} {a.Weight / total * 100:0.##} %")));
    }

    private static string Pairs(IReadOnlyDictionary<string, double> numbers) => numbers.Count == 0 ? None
        : string.Join(", ", numbers.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => $"{n.Key} {Text(n.Value)}"));

    private static string Join(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    private static string Monitoring(string method, int looks) =>
        method == PlanWords.Of(MonitoringMethod.GroupSequential) ? string.Create(CultureInfo.InvariantCulture, $"{method} with {looks} looks") : method;

    private static string Days(double days) => $"{Text(days)} days";

    private static string? Percent(double? percent) => percent is { } p ? $"{Text(p)} %" : null;

    private static string? Text(double? number) => number?.ToString(CultureInfo.InvariantCulture);
}
