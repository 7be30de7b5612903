using System.Globalization;
using DuckDB.NET.Data;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Summaries;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Engagement;

/// <summary>Draws engagement from the declared rate table.</summary>
internal static class EngagementSimulator
{
    public static void Simulate(
        DuckDBConnection connection,
        SimulationOptions options,
        IReadOnlyDictionary<string, TimeSpan> windows,
        int seed,
        DateTimeOffset sentAt,
        string currency)
    {
        WriteRates(connection, options);
        var shortest = Metric.All.Min(metric => CellSummariser.Window(windows, metric));
        connection.Run(
            SqlScript.Read("simulate.sql"),
            ("salt", string.Create(CultureInfo.InvariantCulture, $"simulation|{seed}|")),
            ("spread", options.Spread),
            ("sigma", options.RevenueSigma),
            ("shortest_window", shortest.TotalSeconds),
            ("sent_at", sentAt.UtcDateTime),
            ("currency", currency));
    }

    private static void WriteRates(DuckDBConnection connection, SimulationOptions options)
    {
        connection.Run(
            """
            create or replace table staging.main.rates(
                arm varchar, open_rate double, click_rate double, conversion_rate double, order_value double)
            """);
        var arms = connection.Query("select distinct arm from arms order by arm", row => new ArmId(row.GetString(0)));
        using var appender = connection.CreateAppender("staging", "main", "rates");
        foreach (var arm in arms)
        {
            appender.CreateRow()
                .AppendValue(arm.Value)
                .AppendValue(Rate(options, arm, Metric.OpenRate))
                .AppendValue(Rate(options, arm, Metric.ClickRate))
                .AppendValue(Rate(options, arm, Metric.ConversionRate))
                .AppendValue(OrderValue(options, arm))
                .EndRow();
        }
    }

    private static double Rate(SimulationOptions options, ArmId arm, string metric) =>
        Math.Clamp(options.BaseRates.GetValueOrDefault(metric) * Factor(options, arm, metric), 0, 1);

    /// <summary>The order value that gives revenue per recipient its lift, after the lift of conversion.</summary>
    private static double OrderValue(SimulationOptions options, ArmId arm)
    {
        var conversion = Factor(options, arm, Metric.ConversionRate);
        var factor = conversion > 0 ? Factor(options, arm, Metric.RevenuePerRecipient) / conversion : 1;
        return Math.Max(options.RevenueMean * factor, 0.005);
    }

    private static double Factor(SimulationOptions options, ArmId arm, string metric) => 1 + (options.LiftPercent(arm, metric) / 100);
}
