namespace SkOrchestrator.Statistics;

/// <summary>
/// Whether a logistic model has no maximum likelihood estimate because some direction of the coefficients never predicts wrongly (Albert and Anderson 1984).
/// Groups with both outcomes fix the coefficients in the space that they span; in the rest of the space, a direction must not point against any group with one
/// outcome only. By Stiemke's lemma there is none exactly when those groups balance with positive weights, and the weights nearest to that (non-negative
/// least squares) leave such a direction as the residual. Rates of 1e-8 are no separation, however far out they lie.
/// </summary>
internal static class SeparationTest
{
    private const double Negligible = 1e-9;

    /// <summary>Whether there is such a direction. The columns of the design must be linearly independent.</summary>
    public static bool IsSeparated(LogisticDesign design)
    {
        var mixed = new SpanningBasis(design.Columns);
        for (int i = 0; i < design.Count && !mixed.IsComplete; i++)
        {
            if (design.Successes[i] > 0 && design.Failures[i] > 0)
            {
                mixed.Add(design.Row(i));
            }
        }

        return !mixed.IsComplete && HasDirection(SignedRows(design, mixed.Complement()));
    }

    /// <summary>Groups with one outcome, seen from the space that the other groups leave open; reversed for failures and with length 1.</summary>
    private static List<double[]> SignedRows(LogisticDesign design, IReadOnlyList<double[]> open)
    {
        var rows = new List<double[]>();
        for (int i = 0; i < design.Count; i++)
        {
            ReadOnlySpan<double> row = design.Row(i);
            double[] seen = new double[open.Count];
            for (int j = 0; j < seen.Length; j++)
            {
                seen[j] = SpanningBasis.Dot(row, open[j]);
            }

            double length = SpanningBasis.Length(seen);
            if (length > Negligible * SpanningBasis.Length(row))
            {
                double scale = (design.Failures[i] == 0 ? 1 : -1) / length;
                rows.Add([.. seen.Select(x => x * scale)]);
            }
        }

        return rows;
    }

    private static bool HasDirection(List<double[]> rows)
    {
        double[] direction = NonNegativeBalance.Residual(rows);
        double length = SpanningBasis.Length(direction);
        return length > NonNegativeBalance.Balanced && rows.All(row => SpanningBasis.Dot(row, direction) >= -Negligible * length);
    }
}
