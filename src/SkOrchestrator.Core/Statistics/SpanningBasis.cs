namespace SkOrchestrator.Statistics;

/// <summary>An orthonormal basis that grows by the vectors it is given (Gram–Schmidt, each vector twice).</summary>
/// <param name="dimension">Length of the vectors.</param>
internal sealed class SpanningBasis(int dimension)
{
    private const double Negligible = 1e-9;
    private readonly List<double[]> _vectors = [];

    /// <summary>Whether the vectors span the whole space.</summary>
    public bool IsComplete => _vectors.Count == dimension;

    /// <summary>Adds the part of a vector that is not spanned yet.</summary>
    /// <returns>False when there is none.</returns>
    public bool Add(ReadOnlySpan<double> vector)
    {
        double[] rest = vector.ToArray();
        double length = Length(rest);
        foreach (double[] known in _vectors.Concat(_vectors))
        {
            double share = Dot(known, rest);
            for (int i = 0; i < dimension; i++)
            {
                rest[i] -= share * known[i];
            }
        }

        double left = Length(rest);
        if (IsComplete || !(left > Negligible * length))
        {
            return false;
        }

        _vectors.Add([.. rest.Select(x => x / left)]);
        return true;
    }

    /// <summary>An orthonormal basis of all that is not spanned. The basis is complete afterwards.</summary>
    public IReadOnlyList<double[]> Complement()
    {
        int spanned = _vectors.Count;
        for (int i = 0; i < dimension; i++)
        {
            double[] unit = new double[dimension];
            unit[i] = 1;
            Add(unit);
        }

        return _vectors[spanned..];
    }

    /// <summary>Scalar product.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Euclidean length.</summary>
    public static double Length(ReadOnlySpan<double> vector) => Math.Sqrt(Dot(vector, vector));
}
