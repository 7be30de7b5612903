using MathNet.Numerics.LinearAlgebra;

namespace SkOrchestrator.Statistics;

/// <summary>Likelihood of a logistic model at one point, with what a Newton step needs.</summary>
internal sealed class LogisticLikelihood
{
    /// <summary>Variance inflation that leaves at least five digits of a standard error.</summary>
    private const double LargestInflation = 1e11;

    /// <summary>Evaluates.</summary>
    /// <param name="design">The groups.</param>
    /// <param name="coefficients">Standardised coefficients.</param>
    public LogisticLikelihood(LogisticDesign design, double[] coefficients)
    {
        Coefficients = coefficients;
        double[] gradient = new double[design.Columns];
        double[] information = new double[design.Columns * design.Columns];
        for (int i = 0; i < design.Count; i++)
        {
            double predictor = design.Predict(i, coefficients);
            double rate = 1 / (1 + Math.Exp(-predictor));
            double rest = 1 / (1 + Math.Exp(predictor));
            double successes = design.Successes[i];
            double failures = design.Failures[i];
            double trials = successes + failures;
            Deviance += 2 * (Statistics.Deviance.Of(successes, trials * rate) + Statistics.Deviance.Of(failures, trials * rest));
            double tail = NearOne.LogOnePlus(Math.Exp(-Math.Abs(predictor)));
            LogLikelihood -= (successes * (tail + Math.Max(0, -predictor))) + (failures * (tail + Math.Max(0, predictor)));
            AddScaled(design.Row(i), (successes * rest) - (failures * rate), gradient);
            design.AddOuterProduct(i, trials * rate * rest, information);
        }

        Gradient = Vector<double>.Build.Dense(gradient);
        Information = Symmetric(information, design.Columns);
    }

    /// <summary>The point.</summary>
    public double[] Coefficients { get; }

    /// <summary>Deviance from the model with a rate of its own for every group.</summary>
    public double Deviance { get; }

    /// <summary>Log likelihood of the single customers.</summary>
    public double LogLikelihood { get; }

    /// <summary>First derivatives of the log likelihood.</summary>
    public Vector<double> Gradient { get; }

    /// <summary>Expected information.</summary>
    public Matrix<double> Information { get; }

    /// <summary>The covariance of the coefficients, or null when too few of its digits would be right.</summary>
    public Matrix<double>? Covariance()
    {
        try
        {
            Matrix<double> covariance = Information.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(Coefficients.Length));
            return covariance.Diagonal().PointwiseMultiply(Information.Diagonal()).All(inflation => inflation < LargestInflation) ? covariance : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Weighted least squares on the observed logits with half a success and half a failure added: a start that is always finite.</summary>
    public static double[]? Start(LogisticDesign design)
    {
        double[] right = new double[design.Columns];
        double[] information = new double[design.Columns * design.Columns];
        for (int i = 0; i < design.Count; i++)
        {
            double trials = design.Successes[i] + design.Failures[i];
            double weight = trials * ((design.Successes[i] + 0.5) / (trials + 1)) * ((design.Failures[i] + 0.5) / (trials + 1));
            AddScaled(design.Row(i), weight * Math.Log((design.Successes[i] + 0.5) / (design.Failures[i] + 0.5)), right);
            design.AddOuterProduct(i, weight, information);
        }

        return Solve(Symmetric(information, design.Columns), Vector<double>.Build.Dense(right))?.ToArray();
    }

    /// <summary>The solution, or null when the matrix is not positive definite to working precision.</summary>
    public static Vector<double>? Solve(Matrix<double> matrix, Vector<double> right)
    {
        try
        {
            Vector<double> solution = matrix.Cholesky().Solve(right);
            return solution.All(double.IsFinite) ? solution : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void AddScaled(ReadOnlySpan<double> row, double factor, double[] target)
    {
        for (int j = 0; j < row.Length; j++)
        {
            target[j] += factor * row[j];
        }
    }

    private static Matrix<double> Symmetric(double[] lower, int size) =>
        Matrix<double>.Build.Dense(size, size, (i, j) => lower[(Math.Max(i, j) * size) + Math.Min(i, j)]);
}
