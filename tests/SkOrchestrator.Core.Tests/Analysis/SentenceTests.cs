namespace SkOrchestrator.Analysis;

/// <summary>Numbers in sentences.</summary>
public sealed class SentenceTests
{
    [Fact]
    public void Numbers_of_one_interval_have_the_same_decimals()
    {
        Assert.Equal("+4.00 points [+2.35, +5.65]", Sentence.Points(new(0.04, 0.0235, 0.0565)));
        Assert.Equal("−50.00 points [−51.39, −48.61]", Sentence.Points(new(-0.5, -0.5139, -0.4861)));
        Assert.Equal("+40.00 % [−2.50, +91.10]", Sentence.Lift(new(40, -2.5, 91.1)));
        Assert.Equal("+149.6 % [+80.2, +220.1]", Sentence.Lift(new(149.63, 80.21, 220.06)));
        Assert.Equal("0.00 [−1.00, +1.00]", Sentence.Amount(new(0, -1, 1)));
    }

    [Fact]
    public void A_bound_that_is_not_0_does_not_show_0()
    {
        Assert.Equal("+0.0085 points [+0.0042, +0.0128]", Sentence.Points(new(0.000085, 0.000042, 0.000128)));
        Assert.Equal("+0.5000 points [+0.0012, +0.9988]", Sentence.Points(new(0.005, 0.000012, 0.009988)));
        Assert.Equal("1e-10", Sentence.Number(1e-10));
        Assert.Equal("0.05", Sentence.Number(0.05));
        Assert.Equal("0", Sentence.Number(0));
        Assert.Equal("99.99999999 %", Sentence.Level(1e-10));
        Assert.Equal("95 %", Sentence.Level(0.05));
    }

    [Fact]
    public void What_has_no_estimate_says_what_is_known()
    {
        Assert.Equal("not estimable", Sentence.Lift(null));
        Assert.Equal("not estimable (above +137.5 %)", Sentence.Lift(new(null, 137.47, null)));
        Assert.Equal("−1.00", Sentence.Amount(new(-1, null, null)));
        Assert.Equal("+2.00 % [+1.00, none]", Sentence.Lift(new(2, 1, null)));
    }

    [Fact]
    public void One_is_singular()
    {
        Assert.Equal("1 customer", Sentence.Some(1, "customer"));
        Assert.Equal("2,000 customers", Sentence.Some(2000, "customer"));
        Assert.Equal("0 deviations", Sentence.Some(0, "deviation"));
    }

    [Fact]
    public void A_minus_is_one_character_everywhere()
    {
        ExperimentAnalysis analysis = new Campaign().Segment("a", (5000, [2000]), (5000, [1200]), (5000, [2010])).Segment("b", (900, [200]), (900, [120]), (900, [210])).Analyze();
        Assert.All(analysis.Decision.Rules.Concat(analysis.Decision.Caveats).Concat(analysis.Notes), text => Assert.DoesNotMatch(@"(?<![\w)])-\d", text));
        Assert.Contains(analysis.Decision.Rules, r => r.Contains('−', StringComparison.Ordinal));
    }
}
