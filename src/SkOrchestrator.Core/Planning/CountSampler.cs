using MathNet.Numerics;

namespace SkOrchestrator.Planning;

/// <summary>
/// Draws counts, the same for the same seed on every machine. Uniform numbers by SplitMix64 (Steele, Lea and Flood 2014); counts by inversion that starts at
/// the mode and walks outwards (Kemp 1986), so that a draw costs about as many steps as the law has standard deviations' worth of counts.
/// </summary>
internal sealed class CountSampler
{
    private const double TwoToMinus53 = 1.0 / 9007199254740992.0;

    private ulong _state;

    /// <summary>A stream of its own for each pair of numbers.</summary>
    public CountSampler(int seed, int stream) => _state = Mix(Mix((uint)seed) ^ ((ulong)(uint)stream << 32) ^ 0x5851F42D4C957F2DUL);

    /// <summary>A uniform number in [0, 1).</summary>
    public double Uniform() => (Next() >> 11) * TwoToMinus53;

    /// <summary>Successes among <paramref name="draws"/> customers drawn without replacement from a population with that many successes.</summary>
    public long Hypergeometric(long population, long successes, long draws)
    {
        double n = population, k = successes, d = draws;
        var low = Math.Max(0, draws - (population - successes));
        var high = Math.Min(draws, successes);
        var mode = Math.Clamp((long)Math.Floor((d + 1) * (k + 1) / (n + 2)), low, high);
        var peak = Math.Exp(LogChoose(k, mode) + LogChoose(n - k, d - mode) - LogChoose(n, d));
        return Outwards(low, high, mode, peak, x => (k - x) * (d - x) / ((x + 1) * (n - k - d + x + 1)));
    }

    /// <summary>Successes among independent trials.</summary>
    public long Binomial(long trials, double chance)
    {
        if (chance <= 0 || trials == 0)
        {
            return 0;
        }

        if (chance >= 1)
        {
            return trials;
        }

        double n = trials;
        var mode = Math.Clamp((long)Math.Floor((n + 1) * chance), 0, trials);
        var peak = Math.Exp(LogChoose(n, mode) + (mode * Math.Log(chance)) + ((n - mode) * Math.Log(1 - chance)));
        var odds = chance / (1 - chance);
        return Outwards(0, trials, mode, peak, x => (n - x) / (x + 1) * odds);
    }

    /// <summary>
    /// Shares the successes of a population out over groups of these sizes: the multivariate hypergeometric law, which is what putting the rows at random
    /// into the groups gives.
    /// </summary>
    public long[] Split(long successes, IReadOnlyList<long> sizes)
    {
        var counts = new long[sizes.Count];
        var population = sizes.Sum();
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = Hypergeometric(population, successes, sizes[i]);
            successes -= counts[i];
            population -= sizes[i];
        }

        return counts;
    }

    /// <summary>Inversion from the mode; where rounding leaves a rest of chance, a new uniform number is drawn.</summary>
    private long Outwards(long low, long high, long mode, double peak, Func<double, double> ratio)
    {
        while (true)
        {
            var left = Uniform() - peak;
            if (left < 0)
            {
                return mode;
            }

            var (up, down) = (mode, mode);
            var (above, below) = (peak, peak);
            while ((up < high && above > 0) || (down > low && below > 0))
            {
                if (up < high)
                {
                    above *= ratio(up++);
                    left -= above;
                    if (left < 0)
                    {
                        return up;
                    }
                }

                if (down > low)
                {
                    below /= ratio(--down);
                    left -= below;
                    if (left < 0)
                    {
                        return down;
                    }
                }
            }
        }
    }

    private static double LogChoose(double n, double k) =>
        SpecialFunctions.GammaLn(n + 1) - SpecialFunctions.GammaLn(k + 1) - SpecialFunctions.GammaLn(n - k + 1);

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Mix(_state);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
