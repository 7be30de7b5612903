using MathNet.Numerics.LinearAlgebra;

namespace SkOrchestrator.Statistics;

/// <summary>
/// Logistic regression on grouped counts by maximum likelihood, Newton's method on the log likelihood, which is iteratively reweighted least squares
/// (McCullagh and Nelder 1989, ch. 4). Where no finite estimate exists it says so; it never returns the point where the iteration gave up.
/// </summary>
internal static class LogisticRegression
{
    /// <summary>The reason when a direction of the terms predicts without error.</summary>
    public const string Separated = "the terms predict the outcome of some groups without error, so no finite estimate exists";

    private const int MostSteps = 100;
    private const int MostHalvings = 30;
    private const double SmallDecrement = 1e-14;
    private const double SmallStep = 1e-5;
    private const double Rounding = 1e-10;

    /// <summary>Fits an intercept and all terms.</summary>
    /// <param name="groups">Groups with the same number of terms; those without customers are left out.</param>
    public static Estimated<LogisticFit> Fit(IReadOnlyList<LogisticGroup> groups)
    {
        var design = new LogisticDesign(groups);
        if (Undefined(design) is NotEstimable missing)
        {
            return missing;
        }

        return Maximise(design) is LogisticLikelihood best && best.Covariance() is Matrix<double> covariance
            ? Describe(design, best, covariance)
            : new NotEstimable("the likelihood is too flat to find its maximum");
    }

    private static NotEstimable? Undefined(LogisticDesign design)
    {
        if (design.Count == 0)
        {
            return new NotEstimable("no customers");
        }

        if (design.Successes.All(y => y == 0))
        {
            return new NotEstimable("no events in any group");
        }

        if (design.Failures.All(y => y == 0))
        {
            return new NotEstimable("every customer of all groups had the event");
        }

        var rows = new SpanningBasis(design.Columns);
        for (int i = 0; i < design.Count && !rows.IsComplete; i++)
        {
            rows.Add(design.Row(i));
        }

        if (!rows.IsComplete)
        {
            return new NotEstimable("the terms are linearly dependent in the groups with customers, so their effects can't be told apart");
        }

        return SeparationTest.IsSeparated(design) ? new NotEstimable(Separated) : null;
    }

    private static LogisticLikelihood? Maximise(LogisticDesign design)
    {
        if (LogisticLikelihood.Start(design) is not double[] start)
        {
            return null;
        }

        var now = new LogisticLikelihood(design, start);
        for (int step = 0; step < MostSteps; step++)
        {
            if (LogisticLikelihood.Solve(now.Information, now.Gradient) is not Vector<double> move)
            {
                return null;
            }

            bool isLast = move.DotProduct(now.Gradient) < SmallDecrement &&
                move.Zip(now.Coefficients).All(m => Math.Abs(m.First) < SmallStep * (1 + Math.Abs(m.Second)));
            LogisticLikelihood next = Moved(design, now, move);
            for (int halving = 0; !isLast && !(next.Deviance - now.Deviance <= Rounding * (1 + now.Deviance)) && halving < MostHalvings; halving++)
            {
                move /= 2;
                next = Moved(design, now, move);
            }

            now = next;
            if (isLast)
            {
                return now;
            }
        }

        return null;
    }

    private static LogisticLikelihood Moved(LogisticDesign design, LogisticLikelihood from, Vector<double> move) =>
        new(design, [.. from.Coefficients.Zip(move, (b, m) => b + m)]);

    private static LogisticFit Describe(LogisticDesign design, LogisticLikelihood best, Matrix<double> covariance)
    {
        Vector<double> standardised = Vector<double>.Build.Dense(best.Coefficients);
        Vector<double>[] originals = [.. design.Originals().Select(v => Vector<double>.Build.Dense(v))];
        return new(
            [.. originals.Select(v => v.DotProduct(standardised))],
            [.. originals.Select(v => Math.Sqrt(v.DotProduct(covariance * v)))],
            best.Deviance,
            best.LogLikelihood,
            design.Count);
    }
}
