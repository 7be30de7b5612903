using System.Text.Json;

namespace SkOrchestrator.Statistics;

/// <summary>Beta posteriors: chances and losses.</summary>
internal static class BayesFamilies
{
    public static IReadOnlyDictionary<string, ReferenceFamily> All { get; } = new Dictionary<string, ReferenceFamily>
    {
        ["bayes_beta"] = new(
            new Dictionary<string, Func<ReferenceCase, object?>>
            {
                ["posterior_mean"] = c => Posteriors(c).Select(p => p.Mean),
                ["cred95"] = c => Posteriors(c).Select(p => p.Interval(0.95)).Select(b => new[] { b.Low, b.High }),
                ["prob_beats_control"] = c => Treatments(c, ChanceToBeat.Of),
                ["expected_loss_choose_treatment_vs_control"] = c => Treatments(c, (control, treatment) => ExpectedLoss.Of(treatment, control)),
                ["expected_loss_choose_control_vs_treatment"] = c => Treatments(c, ExpectedLoss.Of),
                ["prob_best"] = c => ChanceToBeBest.Of(Posteriors(c)),
                ["expected_loss_vs_best"] = c => ExpectedLoss.AgainstBest(Posteriors(c)),
                ["lift_posterior_mean"] = c => Treatments(c, (control, treatment) => PosteriorLift.Mean(control, treatment)),
            },
            []),
    };

    private static BetaPosterior[] Posteriors(ReferenceCase c) => [.. c.Inputs.GetProperty("arms").EnumerateArray().Select(arm =>
        new BetaPosterior(new(arm.GetProperty("x").GetInt64(), arm.GetProperty("n").GetInt64()), c["prior_alpha"], c["prior_beta"]))];

    private static IEnumerable<object?> Treatments(ReferenceCase c, Func<BetaPosterior, BetaPosterior, double> value) =>
        Treatments(c, (control, treatment) => (double?)value(control, treatment));

    private static IEnumerable<object?> Treatments(ReferenceCase c, Func<BetaPosterior, BetaPosterior, double?> value)
    {
        BetaPosterior[] arms = Posteriors(c);
        return [null, .. arms.Skip(1).Select(arm => (object?)value(arms[0], arm))];
    }
}
