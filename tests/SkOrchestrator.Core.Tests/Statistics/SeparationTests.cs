namespace SkOrchestrator.Statistics;

/// <summary>When a logistic model has no finite estimate, and when it has one although it looks as if it hadn't.</summary>
public sealed class SeparationTests
{
    /// <summary>
    /// Random small designs against a list of all possible directions: the cone of directions that never predict wrongly is spanned by those that are
    /// perpendicular to two (three) groups, found by exact whole numbers.
    /// </summary>
    [Theory]
    [InlineData(2, 5)]
    [InlineData(3, 7)]
    public void Estimate_exists_exactly_when_no_direction_separates(int terms, int groups)
    {
        var random = new Random(5);
        int[] seen = new int[2];
        for (int trial = 0; trial < 500; trial++)
        {
            LogisticGroup[] data = [.. Enumerable.Range(0, groups).Select(_ => Draw(random, terms))];
            long[][] rows = [.. data.Select(g => (long[])[1, .. g.Terms.Select(t => (long)t)])];
            bool dependent = !Subsets(groups, terms + 1).Any(s => Determinant([.. s.Select(i => rows[i])]) != 0);
            Estimated<LogisticFit> fit = LogisticRegression.Fit(data);
            if (dependent || data.All(g => g.Successes == 0) || data.All(g => g.Successes == g.Trials))
            {
                Assert.NotNull(fit.WhyNot);
                continue;
            }

            bool separated = Subsets(groups, terms).Select(s => Perpendicular([.. s.Select(i => rows[i])])).Any(d => Separates(data, rows, d));
            Assert.Equal(separated ? LogisticRegression.Separated : null, fit.WhyNot);
            Assert.All(fit.OrNull()?.Coefficients ?? [], c => Assert.InRange(c, -50, 50));
            seen[separated ? 1 : 0]++;
        }

        Assert.All(seen, count => Assert.True(count > 100));
    }

    [Theory]
    [InlineData(0, 40, 9, 40, 0, 41, 12, 44)]
    [InlineData(40, 40, 9, 40, 41, 41, 12, 44)]
    [InlineData(0, 40, 9, 40, 0, 41, 44, 44)]
    [InlineData(0, 40, 9, 40, 3, 41, 44, 44)]
    [InlineData(0, 40, 40, 40, 0, 41, 44, 44)]
    [InlineData(0, 40, 0, 40, 5, 41, 12, 44)]
    [InlineData(0, 100_000_000, 900, 100_000_000, 0, 100_000_000, 700, 100_000_000)]
    [InlineData(0, 1, 1, 1, 0, 1, 1, 1)]
    [Requirement("5.7")]
    public void Groups_without_a_finite_effect_are_named(long y1, long n1, long y2, long n2, long y3, long n3, long y4, long n4) =>
        Assert.Equal(LogisticRegression.Separated, LogisticRegression.Fit(TwoByTwo(y1, n1, y2, n2, y3, n3, y4, n4)).WhyNot);

    [Theory]
    [InlineData(1000, 100_000_000, 1300, 100_000_000, 900, 100_000_000, 1100, 100_000_000)]
    [InlineData(1, 100_000_000, 90_000_000, 100_000_000, 1, 100_000_000, 99_999_999, 100_000_000)]
    [InlineData(1, 1_000_000_000, 1, 1_000_000_000, 2, 1_000_000_000, 1, 1_000_000_000)]
    [InlineData(0, 40, 9, 40, 3, 41, 12, 44)]
    [InlineData(0, 5_000_000, 9, 5_000_000, 3, 5_000_000, 12, 5_000_000)]
    [InlineData(1, 1, 3, 5, 0, 1, 199, 100_000_000)]
    [InlineData(100, 200_000_000, 1, 1_000_000, 77, 200_000_000, 1, 1_000_000)]
    public void Rare_events_and_single_zeros_are_no_separation(long y1, long n1, long y2, long n2, long y3, long n3, long y4, long n4)
    {
        LogisticGroup[] groups = TwoByTwo(y1, n1, y2, n2, y3, n3, y4, n4);
        LogisticFit fit = LogisticRegression.Fit(groups).OrNull()!;
        Assert.All(fit.StandardErrors, e => Assert.InRange(e, 1e-9, 25));

        // at the maximum the fitted events of every arm and every segment are the observed ones
        double Predictor(LogisticGroup g) => fit.Coefficients[0] + (g.Terms[0] * fit.Coefficients[1]) + (g.Terms[1] * fit.Coefficients[2]);
        double[] excess = [.. groups.Select(g => g.Successes - (g.Trials / (1 + Math.Exp(-Predictor(g)))))];
        Assert.Equal(0, (excess[0] + excess[1]) / groups.Sum(g => g.Successes), 1e-9);
        Assert.Equal(0, (excess[1] + excess[3]) / groups.Sum(g => g.Successes), 1e-9);
    }

    [Theory]
    [InlineData(1e-2, true)]
    [InlineData(1e-2, false)]
    [InlineData(1e-5, true)]
    [InlineData(1e-5, false)]
    public void Overlap_is_told_from_a_gap_however_narrow(double width, bool overlap)
    {
        // events above 0, none below, but for two customers on either side of 0 who swap outcomes when there is overlap
        double[] x = [-3, -2, -1, -width, width, 1, 2, 3];
        Estimated<LogisticFit> fit = LogisticRegression.Fit([.. x.Select(v => new LogisticGroup([v], (v > 0) != (overlap && Math.Abs(v) == width) ? 1 : 0, 1))]);
        Assert.Equal(overlap ? null : LogisticRegression.Separated, fit.WhyNot);
    }

    [Fact]
    [Requirement("5.7")]
    public void Dependent_terms_are_refused_and_not_dropped()
    {
        LogisticGroup[] twice = [new([0, 0], 3, 10), new([1, 2], 4, 10), new([2, 4], 6, 12), new([3, 6], 6, 11)];
        Assert.Contains("linearly dependent", LogisticRegression.Fit(twice).WhyNot, StringComparison.Ordinal);
        LogisticGroup[] constant = [new([5e8], 3, 10), new([5e8], 4, 10)];
        Assert.Contains("linearly dependent", LogisticRegression.Fit(constant).WhyNot, StringComparison.Ordinal);
        LogisticGroup[] onlyOneArm = [new([0], 0, 0), new([1], 4, 10)];
        Assert.Contains("linearly dependent", LogisticRegression.Fit(onlyOneArm).WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void No_customers_no_events_or_events_only_have_reasons_of_their_own()
    {
        Assert.Contains("no customers", LogisticRegression.Fit([]).WhyNot, StringComparison.Ordinal);
        Assert.Contains("no customers", LogisticRegression.Fit([new([1], 0, 0)]).WhyNot, StringComparison.Ordinal);
        Assert.Contains("no events", LogisticRegression.Fit([new([0], 0, 9), new([1], 0, 7)]).WhyNot, StringComparison.Ordinal);
        Assert.Contains("every customer", LogisticRegression.Fit([new([0], 9, 9), new([1], 7, 7)]).WhyNot, StringComparison.Ordinal);
    }

    private static LogisticGroup[] TwoByTwo(long y1, long n1, long y2, long n2, long y3, long n3, long y4, long n4) =>
        [new([0, 0], y1, n1), new([1, 0], y2, n2), new([0, 1], y3, n3), new([1, 1], y4, n4)];

    private static LogisticGroup Draw(Random random, int terms)
    {
        int trials = 1 + random.Next(4);
        int successes = random.Next(10) < 3 ? 1 : random.Next(2) * trials;
        return new([.. Enumerable.Range(0, terms).Select(_ => (double)random.Next(-1, 3))], successes, trials);
    }

    private static bool Separates(LogisticGroup[] data, long[][] rows, long[] direction)
    {
        long[] predicted = [.. rows.Select(row => row.Zip(direction, (a, b) => a * b).Sum())];
        bool Fits(int sign) => data.Zip(predicted, (g, v) => (g.Successes == 0 || v * sign >= 0) && (g.Successes == g.Trials || v * sign <= 0)).All(ok => ok);
        return predicted.Any(v => v != 0) && (Fits(1) || Fits(-1));
    }

    /// <summary>The vector perpendicular to all rows, by cofactors; zero when the rows are dependent.</summary>
    private static long[] Perpendicular(long[][] rows) => [.. Enumerable.Range(0, rows.Length + 1)
        .Select(column => (column % 2 == 0 ? 1 : -1) * Determinant([.. rows.Select(row => (long[])[.. row.Where((_, i) => i != column)])]))];

    private static long Determinant(long[][] rows) => rows.Length == 1
        ? rows[0][0]
        : Enumerable.Range(0, rows.Length).Sum(column =>
            (column % 2 == 0 ? 1 : -1) * rows[0][column] * Determinant([.. rows.Skip(1).Select(row => (long[])[.. row.Where((_, i) => i != column)])]));

    private static IEnumerable<int[]> Subsets(int count, int size, int from = 0) => size == 0
        ? [[]]
        : Enumerable.Range(from, count - from).SelectMany(first => Subsets(count, size - 1, first + 1).Select(rest => (int[])[first, .. rest]));
}
