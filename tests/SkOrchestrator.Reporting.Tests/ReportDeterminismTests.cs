using SkOrchestrator.Reporting.Tests.Fixtures;

namespace SkOrchestrator.Reporting.Tests;

public sealed class ReportDeterminismTests
{
    [Theory]
    [InlineData("report/report.html")]
    [InlineData("report/report.pdf")]
    [InlineData("report/report.ipynb")]
    [InlineData("report/charts/lift-by-variant.svg")]
    [InlineData("report/charts/lift-by-variant.png")]
    [InlineData("report/charts/lift-by-segment.svg")]
    [InlineData("report/charts/rates-by-arm.png")]
    [InlineData("analysis.json")]
    [InlineData("results.csv")]
    [Requirement("6.8")]
    public void Same_run_gives_the_same_bytes(string file)
    {
        using var first = RunFolder.Of(Some.Report());
        using var second = RunFolder.Of(Some.Report());

        Assert.Equal(first.Bytes(file), second.Bytes(file));
    }
}
