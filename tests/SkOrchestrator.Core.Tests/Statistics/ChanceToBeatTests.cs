using System.Numerics;
using FsCheck.Xunit;

namespace SkOrchestrator.Statistics;

/// <summary>The chance to beat control as a hypergeometric tail agrees with whole numbers and with quadrature.</summary>
[Properties(Replay = "20260902,41", MaxTest = 150)]
public sealed class ChanceToBeatTests
{
    public static TheoryData<long, long, long, long> Arms => new()
    {
        { 0, 0, 0, 0 },
        { 0, 10, 0, 10 },
        { 10, 10, 10, 10 },
        { 0, 10, 10, 10 },
        { 10, 10, 0, 10 },
        { 3, 20, 5, 20 },
        { 0, 1_000_000, 3, 900_000 },
        { 4, 20, 900, 4000 },
        { 500, 2000, 540, 2000 },
        { 20_000, 1_000_000, 20_300, 1_000_000 },
        { 20_000, 1_000_000, 21_500, 1_000_000 },
        { 200_000, 1_000_000, 1_005, 5_000 },
        { 99_000, 100_000, 98_950, 100_000 },
        { 21_003_457, 100_000_000, 21_018_822, 100_000_000 },
        { 21_003_457, 100_000_000, 21_003_457, 100_000_000 },
        { 97, 100_000_000, 141, 100_000_000 },
    };

    [Theory]
    [MemberData(nameof(Arms))]
    public void Tail_and_quadrature_agree(long controlSuccesses, long controlTrials, long treatmentSuccesses, long treatmentTrials)
    {
        var arms = new Stratum(new(controlSuccesses, controlTrials), new(treatmentSuccesses, treatmentTrials));
        double expected = ChanceToBeat.Of(new BetaPosterior(arms.Control), new BetaPosterior(arms.Treatment));
        Assert.Equal(expected, ChanceToBeat.Control(arms), Math.Max(1e-9 * Math.Min(expected, 1 - expected), 1e-14));
    }

    [Property]
    public void Small_counts_are_exact(byte a, byte b, byte c, byte d)
    {
        var control = new Proportion(b % (a % 40 + 1), a % 40);
        var treatment = new Proportion(d % (c % 40 + 1), c % 40);
        Assert.Equal(Exact(control, treatment), ChanceToBeat.Control(new(control, treatment)), 1e-13);
    }

    [Property]
    public void Both_chances_add_up_to_one(int a, int b, int c, int d)
    {
        Stratum arms = Some.Arms(Math.Abs(a % 1000), Math.Abs(b % 1000), Math.Abs(c % 1000), Math.Abs(d % 1000));
        Assert.Equal(1, ChanceToBeat.Control(arms) + ChanceToBeat.Control(new(arms.Treatment, arms.Control)), 1e-13);
    }

    /// <summary>The same probability in whole numbers.</summary>
    private static double Exact(Proportion control, Proportion treatment)
    {
        long drawn = control.Successes + treatment.Successes + 1;
        BigInteger wins = 0;
        for (long k = 0; k <= treatment.Successes; k++)
        {
            wins += Choose(treatment.Trials + 1, k) * Choose(control.Trials + 1, drawn - k);
        }

        return (double)(wins * 1_000_000_000_000_000 / Choose(control.Trials + treatment.Trials + 2, drawn)) / 1e15;
    }

    private static BigInteger Choose(long n, long k)
    {
        BigInteger result = k > n ? 0 : 1;
        for (long i = 1; i <= k && k <= n; i++)
        {
            result = result * (n - k + i) / i;
        }

        return result;
    }
}
