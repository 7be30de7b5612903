using DuckDB.NET.Data;
using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Assignment;
using SkOrchestrator.Data.Eligibility;
using SkOrchestrator.Data.Engagement;
using SkOrchestrator.Data.Exports;
using SkOrchestrator.Data.Loading;
using SkOrchestrator.Data.Summaries;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Experiment;

namespace SkOrchestrator.Data;

/// <summary>
/// The rows of one run, in <c>campaign.duckdb</c>. The steps are called in order: load, exclude, (segments are written by the
/// segmentation,) assign, observe, summarise, export. The same inputs, seed and salt give equal tables.
/// </summary>
public sealed class CampaignDatabase : IDisposable
{
    private readonly string _salt;
    private LoadedTable? _table;

    private CampaignDatabase(DuckDBConnection connection, string salt) => (Connection, _salt) = (connection, salt);

    /// <summary>The open connection.</summary>
    public DuckDBConnection Connection { get; }

    /// <summary>The loaded customer file.</summary>
    /// <exception cref="InvalidOperationException">Nothing was loaded yet.</exception>
    public LoadedTable Table => _table ?? throw new InvalidOperationException("no customer file was loaded yet");

    /// <summary>Makes a new database; an old file at the path is deleted.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="salt">The key of the hashes of addresses and customer ids. Use the same one for every campaign: the holdout rests on it.</param>
    public static CampaignDatabase Open(string path, string salt)
    {
        File.Delete(path);
        File.Delete(path + ".wal");
        var connection = new DuckDBConnection(new DuckDBConnectionStringBuilder { DataSource = path }.ConnectionString);
        try
        {
            connection.Open();
            connection.Run("set temp_file_encryption = true; set timezone = 'UTC'; set preserve_insertion_order = false");
            connection.Run(SqlScript.Read("schema.sql"));
            StagingArea.Attach(connection);
            return new CampaignDatabase(connection, salt);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Loads a CSV, CSV.gz or Parquet file into the table <c>customers</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The described columns; the others are inferred.</param>
    /// <param name="armColumn">A column that says which mail was really sent; kept as text and never used as a feature.</param>
    /// <exception cref="InvalidInputException">The file as a whole can't be used.</exception>
    public LoadResult Load(string path, SegmentationOptions options, string? armColumn = null)
    {
        var result = new CustomerLoader(Connection, _salt).Load(path, options, armColumn);
        _table = result.Table;
        return result;
    }

    /// <summary>Puts everyone who must not or need not be mailed into <c>excluded</c>, then draws the holdout.</summary>
    /// <exception cref="InvalidInputException">A list can't be read whole.</exception>
    public EligibilityResult Exclude(EligibilityRules rules) => new EligibilityStep(Connection, Table).Apply(rules);

    /// <summary>Assigns every eligible customer at random inside the own segment; the counts fit the weights to less than one customer.</summary>
    /// <param name="design">The segments with their arms, and the segments left out.</param>
    /// <param name="experimentId">The experiment's id; part of the salt.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="assignedAt">The time that is written down.</param>
    public AssignmentSummary Assign(ExperimentDesign design, string experimentId, int seed, DateTimeOffset assignedAt) =>
        new ArmAssigner(Connection, Table).Draw(design, experimentId, seed, assignedAt);

    /// <summary>Reads from a column which value is which arm; the column has to be named when loading.</summary>
    /// <exception cref="InvalidInputException">The values can't be understood as one control and 1 to 4 treatments.</exception>
    public ArmColumnMapping MapArms(string column) => ArmColumn.Map(Connection, Table.File, column);

    /// <summary>Assigns every eligible customer to the arm that the column says; customers without a value leave with <c>not_sampled</c>.</summary>
    public AssignmentSummary AssignFromColumn(ExperimentDesign design, ArmColumnMapping mapping, DateTimeOffset assignedAt) =>
        new ArmAssigner(Connection, Table).FromColumn(design, mapping, assignedAt);

    /// <summary>Draws engagement of the assigned customers from the declared rate table.</summary>
    /// <param name="options">The rate table.</param>
    /// <param name="windows">How long events count, by metric; all events fall inside the shortest.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="sentAt">When the mail counts as sent.</param>
    /// <param name="currency">Currency of order values, ISO 4217.</param>
    public void Simulate(
        SimulationOptions options, IReadOnlyDictionary<string, TimeSpan> windows, int seed, DateTimeOffset sentAt, string currency = "EUR") =>
        EngagementSimulator.Simulate(Connection, options, windows, seed, sentAt, currency);

    /// <summary>The metrics that the label columns tell.</summary>
    /// <exception cref="InvalidInputException">The file has no label of a metric.</exception>
    public IReadOnlyList<string> LabelledMetrics() => HistoricalLabels.Metrics(Table.File, Table.Columns);

    /// <summary>Takes engagement of the assigned customers from the label columns; every event carries the time of sending.</summary>
    /// <param name="sentAt">When the mail counts as sent.</param>
    /// <param name="controlWasMailed">Whether control was sent a mail at all.</param>
    /// <param name="currency">Currency of order values, ISO 4217.</param>
    /// <exception cref="InvalidInputException">The file has no label of a metric.</exception>
    public void ReadLabels(DateTimeOffset sentAt, bool controlWasMailed = true, string currency = "EUR") =>
        HistoricalLabels.Read(Connection, Table.File, Table.Columns, controlWasMailed, sentAt, currency);

    /// <summary>Counts and sums of each metric by segment and arm, arms without customers included.</summary>
    /// <param name="metrics">Metrics of <see cref="Metric"/>.</param>
    /// <param name="windows">How long after sending an event counts, by metric; 14 days where none is given.</param>
    public IReadOnlyList<CellSummary> Summarise(IReadOnlyList<string> metrics, IReadOnlyDictionary<string, TimeSpan> windows)
    {
        CellSummariser.CountRun(Connection, windows);
        return CellSummariser.Summarise(Connection, metrics);
    }

    /// <summary>Assigned customers grouped by like features with their outcomes; call after <see cref="Summarise"/>.</summary>
    /// <param name="columns">Features; at most 12 categories, yes-or-no columns and numbers are used.</param>
    /// <param name="metrics">Metrics; numeric ones are left out.</param>
    /// <param name="minimumGroup">Levels of fewer customers are merged.</param>
    public FeatureTable CountPatterns(IReadOnlyList<ColumnOptions> columns, IReadOnlyList<string> metrics, int minimumGroup) =>
        FeatureTabulator.Tabulate(Connection, columns, metrics, minimumGroup);

    /// <summary>The two sides of a ratio; call after <see cref="Summarise"/>.</summary>
    public IReadOnlyList<PairedCell> RatioCells(RatioMetric ratio) => PairSummariser.Ratio(Connection, ratio);

    /// <summary>Metrics beside a number that was known before sending, for CUPED; customers without one get the mean. Call after <see cref="Summarise"/>.</summary>
    /// <param name="columns">The column by metric; columns that the customers don't have are left out.</param>
    public IReadOnlyList<PairedCell> Covariates(IReadOnlyDictionary<string, string> columns) => PairSummariser.Covariates(Connection, columns);

    /// <summary>Where the customers are now.</summary>
    public Funnel CountFunnel() => FunnelCount.Read(Connection, Table);

    /// <summary>Writes <c>diagnostics.csv</c>, <c>segment_assignments.csv</c>, <c>excluded.csv</c>, <c>assignments.csv</c>, <c>events.csv</c> and, with a
    /// holdout, <c>holdout.csv</c>. Steps that did not run leave a header alone.</summary>
    public void Export(string runDirectory) => CsvExporter.Export(Connection, runDirectory);

    /// <summary>Adds rows to <c>diagnostics.csv</c>.</summary>
    public void AddDiagnostics(IEnumerable<RowDiagnostic> rows) => DiagnosticRows.Add(Connection, rows);

    /// <inheritdoc/>
    public void Dispose() => Connection.Dispose();
}
