using SkOrchestrator.Analysis;

namespace SkOrchestrator.Reporting.Tests;

public sealed class ReportNumberTests
{
    [Fact]
    public void Missing_numbers_are_dashes_and_never_zeros()
    {
        Assert.Equal("–", ReportNumber.Percent(null));
        Assert.Equal("–", ReportNumber.Lift(null));
        Assert.Equal("–", ReportNumber.P(null));
        Assert.Equal("–", ReportNumber.Count(null));
        Assert.Equal("–", ReportNumber.LiftRange(null));
        Assert.Equal("–", ReportNumber.Lift(double.NaN));
    }

    [Fact]
    public void Signs_units_and_small_p_values_are_written_one_way()
    {
        Assert.Equal("24.8%", ReportNumber.Percent(0.248));
        Assert.Equal("+20.2%", ReportNumber.Lift(20.2));
        Assert.Equal("−19.0%", ReportNumber.Lift(-19));
        Assert.Equal("+5.0 pp", ReportNumber.Points(0.05));
        Assert.Equal("<\u00a00.001", ReportNumber.P(0.0009));
        Assert.Equal("0.370", ReportNumber.P(0.37));
        Assert.Equal(">\u00a00.999", ReportNumber.P(1));
        Assert.Equal("p\u00a0>\u00a00.999", ReportNumber.PIs(1));
        Assert.Equal("p\u00a0=\u00a00.370", ReportNumber.PIs(0.37));
        Assert.Equal(["1,257", "35.6", "0.04"], new double?[] { 1257.26, 35.58, 0.0396 }.Select(ReportNumber.Rough));
        Assert.Equal("1,250", ReportNumber.Count(1250));
    }

    [Fact]
    public void Open_intervals_say_which_end_is_missing()
    {
        Assert.Equal("above −40.0%", ReportNumber.LiftRange(new Interval(10, -40, null)));
        Assert.Equal("−19.0% to +82.1%", ReportNumber.LiftRange(new Interval(20, -19, 82.1)));
    }

    [Fact]
    public void Small_rates_and_amounts_get_the_places_that_tell_them_apart()
    {
        Assert.Equal(["24.8%", "0.57%", "0.052%", "0.0%"], new double?[] { 0.248, 0.0057, 0.00052, 0 }.Select(r => ReportNumber.PercentOf(r)(r)));
        Assert.Equal(["+0.3 pp", "+0.28 pp"], new[] { ReportNumber.PointsOf(0.0028, 0.02)(0.0028), ReportNumber.PointsOf(0.0028, -0.001)(0.0028) });
        Assert.Equal(["12.35", "0.50", "0.0042"], new double?[] { 12.345678, 0.5, 0.0042 }.Select(a => ReportNumber.AmountOf(a)(a)));
        Assert.Equal("−0.77", ReportNumber.SignedAmountOf(-0.77)(-0.77));
    }

    [Fact]
    public void One_is_singular_and_very_small_numbers_are_not_rounded_to_0_or_to_certainty()
    {
        Assert.Equal(["1 customer", "2 customers", "0 customers"], new long[] { 1, 2, 0 }.Select(n => ReportNumber.Count(n, "customer")));
        Assert.Equal(["1e−10", "0.05", "0"], new[] { 1e-10, 0.05, 0 }.Select(n => ReportNumber.General(n)));
        Assert.Equal(["95%", "99.99999999%", "99%"], new[] { 1 - 0.05, 1 - 1e-10, 1 - 0.01 }.Select(ReportNumber.Level));
        Assert.Equal("Difference [−51.39, −48.61], from −3.", new ReportWords(s => s, []).Line("Difference [-51.39, -48.61], from -3."));
    }
}
