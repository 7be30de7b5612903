using System.Globalization;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tables;

/// <summary>Which arms a file has, which one is the control, and what shares they should have.</summary>
/// <param name="Control">The control.</param>
/// <param name="Arms">All arms, control first, then by name.</param>
/// <param name="Weights">Planned shares; they add up to 1.</param>
/// <param name="LeftOut">Arms of the file whose planned share is 0.</param>
internal sealed record ArmChoice(ArmId Control, IReadOnlyList<ArmId> Arms, IReadOnlyDictionary<ArmId, double> Weights, IReadOnlyList<ArmId> LeftOut)
{
    /// <summary>More values than these make no experiment.</summary>
    public const int MostArms = 20;

    /// <summary>The choice, or null with the reason among the problems.</summary>
    /// <param name="path">The file.</param>
    /// <param name="column">The column that the arms stand in.</param>
    /// <param name="names">The arms that were found.</param>
    /// <param name="control">The control as it was named.</param>
    /// <param name="weights">The shares as they were named; empty = those of the plan.</param>
    /// <param name="planned">The shares of a plan, which count if they name every arm; otherwise the shares are equal.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static ArmChoice? Of(
        string path,
        string column,
        IReadOnlyCollection<string> names,
        string control,
        IReadOnlyDictionary<string, double> weights,
        IReadOnlyDictionary<string, double> planned,
        List<Diagnostic> problems)
    {
        var before = problems.Count;
        problems.AddRange(names.Where(TableText.HasAddress).Take(1).Select(_ => ArmProblem.Personal(path, column)));
        if (problems.Count > before)
        {
            return null;
        }

        if (names.Count == 1)
        {
            problems.Add(ArmProblem.OneArm(path, column, names));
        }

        var chosen = Match(control, names);
        if (chosen is null)
        {
            problems.Add(ArmProblem.NoControl(path, column, names, control));
        }

        problems.AddRange(names.Where(n => IsReserved(n, chosen)).Select(n => ArmProblem.Reserved(path, column, n)));
        var shares = weights.Count == 0 ? Planned(names, planned) : Shares(path, names, chosen, weights, problems);
        List<string> used = [.. names.Where(n => shares.GetValueOrDefault(n) > 0)];
        if (problems.Count == before && used.Count == 1)
        {
            problems.Add(ArmProblem.OneArm(path, column, used));
        }

        if (problems.Count > before || chosen is null)
        {
            return null;
        }

        List<ArmId> arms = [.. used.Order(StringComparer.Ordinal).OrderBy(n => n == chosen ? 0 : 1).Select(ArmId.From)];
        var total = shares.Values.Sum();
        return new(arms[0], arms, arms.ToDictionary(a => a, a => shares[a.Value] / total), [.. names.Except(used).Order(StringComparer.Ordinal).Select(ArmId.From)]);
    }

    /// <summary>The arms of one segment; the shares of arms that it does not have go to the others in proportion.</summary>
    public SegmentArms In(SegmentId segment, Func<ArmId, bool> has)
    {
        List<ArmId> own = [.. Arms.Where(has)];
        var total = own.Sum(a => Weights[a]);
        return new(segment, [.. own.Select(a => new ArmShare(a, VariantId.From(a.Value), Weights[a] / total))]);
    }

    private static Dictionary<string, double> Planned(IReadOnlyCollection<string> names, IReadOnlyDictionary<string, double> planned)
    {
        var shares = planned.Select(p => (Arm: Match(p.Key, names), p.Value)).Where(p => p.Arm is not null && p.Value > 0).DistinctBy(p => p.Arm).ToDictionary(p => p.Arm!, p => p.Value);
        return shares.Count == names.Count ? shares : names.ToDictionary(n => n, _ => 1d);
    }

    private static Dictionary<string, double> Shares(
        string path, IReadOnlyCollection<string> names, string? control, IReadOnlyDictionary<string, double> weights, List<Diagnostic> problems)
    {
        var shares = new Dictionary<string, double>();
        foreach (var (name, share) in weights)
        {
            if (Match(name, names) is not { } arm)
            {
                problems.AddRange(share == 0 ? [] : [ArmProblem.UnknownWeight(path, names, name)]);
            }
            else if (!shares.TryAdd(arm, share) || !(share >= 0) || !double.IsFinite(share) || (share == 0 && arm == control))
            {
                problems.Add(ArmProblem.BadWeight(path, arm, share.ToString(CultureInfo.InvariantCulture)));
            }
        }

        problems.AddRange(names.Where(n => weights.Keys.All(w => Match(w, names) != n)).Select(n => ArmProblem.MissingWeight(path, n)));
        return shares;
    }

    private static bool IsReserved(string name, string? control) =>
        name == ArmId.AnyTreatment.Value || (name == ArmId.Control.Value && control is not null && control != name);

    private static string? Match(string wanted, IReadOnlyCollection<string> names)
    {
        var clean = TableText.Name(wanted);
        List<string> similar = [.. names.Where(n => n.Equals(clean, StringComparison.OrdinalIgnoreCase))];
        return names.Contains(clean) ? clean : similar is [var only] ? only : null;
    }
}
