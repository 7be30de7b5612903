using System.Globalization;

namespace SkOrchestrator.Planning;

/// <summary>A backtest in lines.</summary>
internal static class BacktestText
{
    public static IEnumerable<string> Of(BacktestResult backtest)
    {
        yield return string.Empty;
        yield return Say($"Backtest: {backtest.Customers:N0} customers of a past mail in {backtest.Segments} segments, randomised again {backtest.Replicates:N0} times")
            + (backtest.Rate is { } rate ? Say($"; {backtest.Metric} {rate * 100:0.##} %") : string.Empty);
        if (backtest.FalseWinners is { } wrong)
        {
            yield return $"  calls a false winner    {Share(wrong)}; alpha is {Say($"{backtest.Alpha * 100:0.##} %")}";
        }

        if (backtest.Found is { } found)
        {
            yield return $"  finds a {Say($"{backtest.LiftPercent:0}")} % lift        {Share(found)}, in {backtest.Treatment}";
        }

        if (backtest.ControlCost is { } cost)
        {
            yield return Say($"  control costs           {cost.ExpectedForegone:0.0} {backtest.Metric} successes if the lift is {backtest.LiftPercent:0} %: {cost.PerControlCustomer:0.0000} for each of {cost.ControlCustomers:N0} control customers, {cost.PerCustomer:0.0000} per customer");
        }

        if (backtest.NotEstimable is { } reason)
        {
            yield return $"  not estimable: {reason}";
        }

        yield return $"  {backtest.Method}";
    }

    private static string Share(BacktestShare share) => Say($"{share.Share * 100:0.0} % of the times [{share.CiLow * 100:0.0}, {share.CiHigh * 100:0.0}]");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
