using MathNet.Numerics.LinearAlgebra;

namespace SkOrchestrator.Statistics;

/// <summary>
/// Weighs vectors, each with at least 1, so that their sum is as short as possible: non-negative least squares by Lawson and Hanson (1974, ch. 23).
/// </summary>
internal static class NonNegativeBalance
{
    /// <summary>A sum shorter than this is balanced.</summary>
    public const double Balanced = 1e-8;

    private const double Negligible = 1e-10;
    private const int MostSteps = 2000;

    /// <summary>The shortest weighted sum; 0 up to rounding when the vectors balance.</summary>
    /// <param name="vectors">Vectors of length 1, at least one.</param>
    public static double[] Residual(IReadOnlyList<double[]> vectors)
    {
        int dimension = vectors[0].Length;
        Vector<double> sum = Vector<double>.Build.Dense(dimension, j => vectors.Sum(v => v[j]));
        var chosen = new List<int>();
        var extra = new List<double>();
        double[] residual = [.. sum];
        for (int step = 0; step < MostSteps && SpanningBasis.Length(residual) > Balanced; step++)
        {
            int next = MostOpposed(vectors, residual);
            if (chosen.Contains(next) || SpanningBasis.Dot(vectors[next], residual) >= -Negligible * SpanningBasis.Length(residual))
            {
                break;
            }

            chosen.Add(next);
            extra.Add(0);
            Solve(vectors, -sum, chosen, extra);
            double[] shorter = [.. chosen.Zip(extra).Aggregate(sum, (total, c) => total + (c.Second * Vector<double>.Build.Dense(vectors[c.First])))];
            if (SpanningBasis.Length(shorter) >= SpanningBasis.Length(residual))
            {
                break;
            }

            residual = shorter;
        }

        return residual;
    }

    private static int MostOpposed(IReadOnlyList<double[]> vectors, double[] residual)
    {
        int best = 0;
        double lowest = double.PositiveInfinity;
        for (int i = 0; i < vectors.Count; i++)
        {
            double dot = SpanningBasis.Dot(vectors[i], residual);
            (best, lowest) = dot < lowest ? (i, dot) : (best, lowest);
        }

        return best;
    }

    /// <summary>Least squares over the chosen vectors; those whose weight would become negative are given up on the way.</summary>
    private static void Solve(IReadOnlyList<double[]> vectors, Vector<double> target, List<int> chosen, List<double> extra)
    {
        while (chosen.Count > 0)
        {
            Vector<double> solution = Matrix<double>.Build.DenseOfColumnArrays(chosen.Select(i => vectors[i])).Svd().Solve(target);
            double reach = 1;
            for (int i = 0; i < chosen.Count; i++)
            {
                reach = solution[i] > 0 ? reach : Math.Min(reach, extra[i] / Math.Max(extra[i] - solution[i], double.Epsilon));
            }

            for (int i = chosen.Count - 1; i >= 0; i--)
            {
                bool isLimit = solution[i] <= 0 && extra[i] / Math.Max(extra[i] - solution[i], double.Epsilon) <= reach;
                extra[i] += reach * (solution[i] - extra[i]);
                if (isLimit || extra[i] < 0)
                {
                    chosen.RemoveAt(i);
                    extra.RemoveAt(i);
                }
            }

            if (reach == 1)
            {
                return;
            }
        }
    }
}
