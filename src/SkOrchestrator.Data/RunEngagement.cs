using DuckDB.NET.Data;
using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Events;
using SkOrchestrator.Data.Events.Orders;
using SkOrchestrator.Data.Exports;
using SkOrchestrator.Data.Summaries;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Experiment;

namespace SkOrchestrator.Data;

/// <summary>
/// What customers of a finished run really did, from event files and orders. The run is only read. Import first, then
/// <see cref="Summarise"/>; the other summaries rest on its windows.
/// </summary>
public sealed class RunEngagement : IDisposable
{
    private readonly DuckDBConnection _connection;
    private readonly EventImporter _events;
    private readonly OrderImporter _orders;
    private bool _hasOrders;
    private DateTimeOffset? _now;

    private RunEngagement(DuckDBConnection connection, string runId, string addressKey)
    {
        (_connection, RunId) = (connection, runId);
        _events = new EventImporter(connection, addressKey, runId);
        _orders = new OrderImporter(connection, addressKey);
        Design = RunDesign.Read(connection);
    }

    /// <summary>The run's id, which <c>sko_message</c> begins with.</summary>
    public string RunId { get; }

    /// <summary>The arms of each segment as they were assigned.</summary>
    public ExperimentDesign Design { get; }

    /// <summary>The time of the last event or purchase that counts and does not lie after <see cref="EventRules.Now"/>; null without one.</summary>
    public DateTimeOffset? LastEvent => _connection.Query(
        "select max(\"timestamp\") from events where \"timestamp\" <= $now::timestamp",
        row => row.IsDBNull(0) ? (DateTimeOffset?)null : new DateTimeOffset(DateTime.SpecifyKind(row.GetDateTime(0), DateTimeKind.Utc)),
        ("now", _now?.UtcDateTime ?? DateTime.MaxValue))[0];

    /// <summary>Opens a finished run.</summary>
    /// <param name="runDirectory">The directory that <c>run</c> wrote.</param>
    /// <param name="addressKey">The key of the address hashes, the same as when the run was made.</param>
    /// <exception cref="InvalidInputException">The database is missing, damaged or in use, or nobody was assigned.</exception>
    public static RunEngagement Open(string runDirectory, string addressKey)
    {
        var connection = FinishedRun.Open(runDirectory);
        return new RunEngagement(connection, FinishedRun.IdOf(runDirectory), addressKey);
    }

    /// <summary>Imports event files of mail providers, folders of them, or CSV; each file is read in its own shape.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="rules">What is no engagement of a person.</param>
    /// <exception cref="InvalidInputException">Files are missing or of no known shape, nothing in them belongs to the run, or amounts are in several currencies.</exception>
    public EventImport ImportEvents(IReadOnlyList<string> paths, EventRules rules)
    {
        _now = rules.Now;
        return _events.Import(paths, rules);
    }

    /// <summary>Imports orders (<c>customer_id,order_id,timestamp,value,currency,status</c>); from then on purchases come from them alone. A second file takes the place of the first.</summary>
    /// <param name="path">A CSV or CSV.gz file.</param>
    /// <param name="now">Orders after this moment lie in the future; that of <see cref="EventRules.Now"/> where none is given.</param>
    /// <exception cref="InvalidInputException">The file can't be read or was cut, lacks a column, no row can be used, or its amounts are in several currencies.</exception>
    public OrderImport ImportOrders(string path, DateTimeOffset? now = null)
    {
        var import = _orders.Import(path, now ?? _now);
        _hasOrders = true;
        return import;
    }

    /// <summary>Counts and sums of each metric by segment and arm over all assigned customers, and of numeric metrics once more with values capped (<c>METRIC_capped</c>).</summary>
    /// <param name="metrics">Metrics of <see cref="Metric"/>, guardrails included.</param>
    /// <param name="windows">How long after sending an event counts, by metric; 14 days where none is given.</param>
    /// <param name="asOf">Events after this moment don't count.</param>
    /// <param name="caps">What larger values count as, by numeric metric.</param>
    public IReadOnlyList<CellSummary> Summarise(
        IReadOnlyList<string> metrics, IReadOnlyDictionary<string, TimeSpan> windows, DateTimeOffset asOf, IReadOnlyDictionary<string, double>? caps = null)
    {
        _orders.Settle(asOf.UtcDateTime);
        CellSummariser.CountFiles(_connection, windows, asOf);
        return
        [
            .. CellSummariser.Summarise(_connection, metrics),
            .. metrics.Where(metric => Metric.IsNumeric(metric) && caps?.ContainsKey(metric) == true)
                .SelectMany(metric => CellSummariser.Summarise(_connection, [metric], caps![metric])),
        ];
    }

    /// <summary>Conversion and revenue of held-out customers by segment, as arm <c>holdout</c>; observed from the first mail of the others on. Call after <see cref="Summarise"/>.</summary>
    /// <param name="windows">How long events count, by metric.</param>
    /// <param name="asOf">Events after this moment don't count.</param>
    public IReadOnlyList<CellSummary> SummariseHoldout(IReadOnlyDictionary<string, TimeSpan> windows, DateTimeOffset asOf) =>
        HoldoutCells.Read(_connection, windows, asOf);

    /// <summary>Metrics that no event was imported of, with the reason; their cells are zeros that nobody measured.</summary>
    /// <param name="metrics">Metrics of <see cref="Metric"/>, guardrails included.</param>
    public IReadOnlyDictionary<string, string> NotObserved(IReadOnlyList<string> metrics) => ObservedEvents.Missing(_connection, metrics, _hasOrders);

    /// <summary>Customers sent to, delivered to, bounced and opened by programs, by arm; only stages that an event was imported of.</summary>
    /// <param name="asOf">Events after this moment don't count; null = all count.</param>
    public IReadOnlyList<StageCount> Stages(DateTimeOffset? asOf = null) => RunDesign.Stages(_connection, asOf?.UtcDateTime ?? DateTime.MaxValue);

    /// <summary>What of the imported events and orders counts, and why the rest does not; call after <see cref="Summarise"/>, with the same values.</summary>
    /// <param name="windows">How long after sending an event counts, by metric; 14 days where none is given.</param>
    /// <param name="asOf">Events after this moment don't count.</param>
    public WindowCoverage Coverage(IReadOnlyDictionary<string, TimeSpan> windows, DateTimeOffset asOf) => WindowCoverage.Read(_connection, windows, asOf);

    /// <summary>How much of the window has passed; call after <see cref="Summarise"/>.</summary>
    /// <param name="primaryWindow">The window of the primary metric, above zero.</param>
    /// <param name="asOf">The moment the data are judged at.</param>
    public ObservationWindow Window(TimeSpan primaryWindow, DateTimeOffset asOf) => _connection.Query(
        SqlScript.Read("observation.sql"),
        row => new ObservationWindow(asOf, DateTimeOffset.UnixEpoch.AddSeconds(row.GetDouble(0)), row.GetDouble(1)),
        ("window", primaryWindow.TotalSeconds),
        ("as_of", (asOf - DateTimeOffset.UnixEpoch).TotalSeconds))[0];

    /// <summary>Metrics beside a number that was known before sending, for CUPED; customers without one get the mean. Call after <see cref="Summarise"/>.</summary>
    /// <param name="columns">The column by metric; columns that the run's customers don't have are left out.</param>
    public IReadOnlyList<PairedCell> Covariates(IReadOnlyDictionary<string, string> columns) => PairSummariser.Covariates(_connection, columns);

    /// <summary>The two sides of a ratio; call after <see cref="Summarise"/>.</summary>
    public IReadOnlyList<PairedCell> RatioCells(RatioMetric ratio) => PairSummariser.Ratio(_connection, ratio);

    /// <summary>Assigned customers grouped by like features with their outcomes; call after <see cref="Summarise"/>.</summary>
    /// <param name="columns">Features; at most 12 categories, yes-or-no columns and numbers are used.</param>
    /// <param name="metrics">Metrics; numeric ones are left out.</param>
    /// <param name="minimumGroup">Levels of fewer customers are merged.</param>
    public FeatureTable Features(IReadOnlyList<ColumnOptions> columns, IReadOnlyList<string> metrics, int minimumGroup) =>
        FeatureTabulator.Tabulate(_connection, columns, metrics, minimumGroup);

    /// <summary>Writes <c>events.csv</c>, what was imported and matched, and <c>diagnostics.csv</c>.</summary>
    public void Export(string directory) => CsvExporter.ExportEvents(_connection, directory);

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();
}
