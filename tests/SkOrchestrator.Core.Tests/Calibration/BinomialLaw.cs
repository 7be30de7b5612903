using MathNet.Numerics.Distributions;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Calibration;

/// <summary>All outcomes of two arms with their probabilities, so that a rate of errors is a sum and not a simulation.</summary>
internal static class BinomialLaw
{
    /// <summary>Probability of everything that is left out, at most, times the number of tables.</summary>
    private const double Negligible = 1e-15;

    /// <summary>The probability of each table for which something holds, added up.</summary>
    public static double Share(int control, int treatment, double controlRate, double treatmentRate, Func<Stratum, bool> holds)
    {
        double[] first = Probabilities(control, controlRate);
        double[] second = Probabilities(treatment, treatmentRate);
        double share = 0;
        for (int x1 = 0; x1 <= control; x1++)
        {
            for (int x2 = 0; x2 <= treatment; x2++)
            {
                double probability = first[x1] * second[x2];
                share += probability > Negligible && holds(new(new(x1, control), new(x2, treatment))) ? probability : 0;
            }
        }

        return share;
    }

    private static double[] Probabilities(int trials, double rate) => [.. Enumerable.Range(0, trials + 1).Select(x => Binomial.PMF(rate, trials, x))];
}
