using System.Numerics;

namespace SkOrchestrator.Statistics;

/// <summary>The groups with customers as a matrix: a column of ones, then the terms, each with mean 0 and standard deviation 1 over the groups.</summary>
internal sealed class LogisticDesign
{
    private readonly double[] _rows;
    private readonly double[] _means;
    private readonly double[] _scales;

    /// <summary>Checks and standardises the groups.</summary>
    public LogisticDesign(IReadOnlyList<LogisticGroup> groups)
    {
        List<LogisticGroup> used = [.. groups.Where(g => g.Trials != 0)];
        Count = used.Count;
        Columns = groups.Count == 0 ? 1 : groups[0].Terms.Length + 1;
        _rows = new double[Count * Columns];
        _means = new double[Columns];
        _scales = new double[Columns];
        Successes = new double[Count];
        Failures = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            if (used[i].Terms.Length != Columns - 1)
            {
                throw new ArgumentException($"a group has {used[i].Terms.Length} terms, others have {Columns - 1}");
            }

            var counts = new Proportion(used[i].Successes, used[i].Trials);
            Successes[i] = counts.Successes;
            Failures[i] = counts.Failures;
            _rows[i * Columns] = 1;
            used[i].Terms.CopyTo(_rows.AsSpan((i * Columns) + 1, Columns - 1));
        }

        _scales[0] = 1;
        for (int column = 1; column < Columns; column++)
        {
            Standardise(column);
        }
    }

    /// <summary>Groups with customers.</summary>
    public int Count { get; }

    /// <summary>Coefficients, with the intercept.</summary>
    public int Columns { get; }

    /// <summary>Customers with the event, by group.</summary>
    public double[] Successes { get; }

    /// <summary>Customers without the event, by group.</summary>
    public double[] Failures { get; }

    /// <summary>One group's standardised row.</summary>
    public ReadOnlySpan<double> Row(int group) => _rows.AsSpan(group * Columns, Columns);

    /// <summary>The linear predictor of one group.</summary>
    public double Predict(int group, double[] coefficients)
    {
        ReadOnlySpan<double> row = Row(group);
        double sum = 0;
        for (int j = 0; j < row.Length; j++)
        {
            sum += row[j] * coefficients[j];
        }

        return sum;
    }

    /// <summary>Adds weight × row × rowᵀ to a matrix held by rows, element by element and so in the same order on every machine.</summary>
    public void AddOuterProduct(int group, double weight, double[] matrix)
    {
        ReadOnlySpan<double> row = Row(group);
        for (int i = 0; i < row.Length; i++)
        {
            Span<double> target = matrix.AsSpan(i * Columns, i + 1);
            double factor = weight * row[i];
            int j = 0;
            for (; j + Vector<double>.Count <= target.Length; j += Vector<double>.Count)
            {
                (new Vector<double>(target[j..]) + (factor * new Vector<double>(row[j..]))).CopyTo(target[j..]);
            }

            for (; j < target.Length; j++)
            {
                target[j] += factor * row[j];
            }
        }
    }

    /// <summary>The vectors that take standardised coefficients to those of the given terms.</summary>
    public IEnumerable<double[]> Originals()
    {
        double[] intercept = [1, .. Enumerable.Range(1, Columns - 1).Select(j => -_means[j] / _scales[j])];
        return Enumerable.Range(0, Columns).Select(j => j == 0 ? intercept : [.. Enumerable.Range(0, Columns).Select(i => i == j ? 1 / _scales[j] : 0)]);
    }

    private void Standardise(int column)
    {
        double sum = 0;
        for (int i = column; i < _rows.Length; i += Columns)
        {
            if (!double.IsFinite(_rows[i]))
            {
                throw new ArgumentException("a term is not a finite number");
            }

            sum += _rows[i];
        }

        double mean = Count == 0 ? 0 : sum / Count;
        double squares = 0;
        for (int i = column; i < _rows.Length; i += Columns)
        {
            squares += (_rows[i] - mean) * (_rows[i] - mean);
        }

        double deviation = Count == 0 ? 0 : Math.Sqrt(squares / Count);
        _means[column] = mean;
        _scales[column] = deviation > 1e-13 * Math.Abs(mean) ? deviation : 0;
        for (int i = column; i < _rows.Length; i += Columns)
        {
            _rows[i] = _scales[column] == 0 ? 0 : (_rows[i] - mean) / deviation;
        }
    }
}
