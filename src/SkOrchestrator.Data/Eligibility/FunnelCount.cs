using DuckDB.NET.Data;
using SkOrchestrator.Data.Loading;
using SkOrchestrator.Experiment;

namespace SkOrchestrator.Data.Eligibility;

/// <summary>Counts where the customers are now.</summary>
internal static class FunnelCount
{
    public static Funnel Read(DuckDBConnection connection, LoadedTable table)
    {
        var excluded = connection.Query(
            "select reason, count(*) from excluded group by reason", row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1)));
        return new Funnel
        {
            Rows = table.Rows,
            Rejected = table.Rejected,
            Loaded = table.Loaded,
            Excluded = new SortedDictionary<string, long>(new Dictionary<string, long>(excluded), StringComparer.Ordinal),
            HeldOut = connection.Count("select count(*) from holdout"),
            Assigned = connection.Count("select count(*) from assignments"),
        };
    }
}
