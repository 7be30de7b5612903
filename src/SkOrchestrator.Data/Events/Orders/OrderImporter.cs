using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using SkOrchestrator.Data.Events.Reading;
using SkOrchestrator.Data.Loading;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Events.Orders;

/// <summary>Imports orders: they belong to the assigned arm whether anyone clicked or not, net of what was cancelled and refunded.</summary>
internal sealed class OrderImporter(DuckDBConnection connection, string addressKey)
{
    private const string Staged = "order_rows";
    private const int MostTexts = 20;
    private static readonly string[] Required = ["customer_id", "order_id", "timestamp", "value"];
    private static readonly string[] Optional = ["currency", "status"];

    private string _file = string.Empty;

    /// <exception cref="InvalidInputException">The file can't be read, lacks a column, no row can be used, or its amounts are in several currencies.</exception>
    public OrderImport Import(string path, DateTimeOffset? now)
    {
        _file = FileLabel.Whole(path, 1);
        var name = FileLabel.Name(path, 1);
        var (staged, header, lastLine) = Stage(path);
        connection.Run(SqlScript.Read("check_orders.sql"), ("has_currency", header.Contains("currency")), ("key", addressKey));
        var rows = Problems(name, staged);
        var rejected = rows.Where(row => row.Action == "rejected").ToList();
        if (staged.Rows > 0 && rejected.Count == staged.Rows)
        {
            throw OrderProblem.NoRow(_file, rejected);
        }

        DiagnosticRows.Add(connection, rows);
        var dates = connection.Count("select count(*) from staging.main.order_checked where is_date and problem is null");
        connection.Run("drop table staging.main.order_rows; drop table staging.main.order_checked");
        var currency = Settle(DateTime.MaxValue);
        var import = Counted(name, currency, now);
        return import with
        {
            Rows = staged.Rows,
            Rejected = rejected.Count,
            Problems = [.. rows.Take(MostTexts).Select(row => OrderProblem.Of(Path.GetFileName(_file), row))],
            Warnings = [.. Warnings(import, dates, rejected.Exists(row => row.Line == lastLine))],
        };
    }

    /// <summary>Makes the purchases out of the orders, as they were known at a moment.</summary>
    /// <returns>Their currency; null where the file names none.</returns>
    /// <exception cref="InvalidInputException">They are in several currencies.</exception>
    public string? Settle(DateTime asOf)
    {
        connection.Run(SqlScript.Read("sales.sql"), ("as_of", asOf));
        return RequireOneCurrency();
    }

    private (StagedRows Rows, IReadOnlyList<string> Header, long LastLine) Stage(string path)
    {
        using var stream = Open(path);
        using var file = CsvFile.Open(_file, new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), false, 1 << 16));
        IReadOnlyList<string> header = [.. file.Header.Select(name => name.ToLowerInvariant())];
        if (Required.FirstOrDefault(name => !header.Contains(name)) is { } missing)
        {
            throw OrderProblem.MissingColumn(_file, missing, header, [.. Required, .. Optional]);
        }

        var present = header.Index().Where(column => Required.Concat(Optional).Contains(column.Item)).DistinctBy(column => column.Item).ToList();
        var rows = StagingArea.FillFromCsv(connection, file, Staged, present);
        if (stream.IsCut || stream.IsDamaged)
        {
            throw stream.IsCut ? OrderProblem.Cut(_file, file.Records.Line) : OrderProblem.Damaged(_file, file.Records.Line);
        }

        foreach (var name in Optional.Except(header))
        {
            connection.Run($"alter table staging.main.{Staged} add column {name} varchar");
        }

        return (rows, header, file.Records.Line);
    }

    private EventStream Open(string path)
    {
        if (!File.Exists(path))
        {
            throw InputProblem.MissingFile(_file);
        }

        var stream = EventStream.Open(path);
        var isEmpty = stream.PeekText() is null;
        var problem = stream switch
        {
            { IsParquet: true } => InputProblem.UnsupportedType(_file),
            { OtherEncoding: { } encoding } => OrderProblem.OtherEncoding(_file, encoding),
            { IsCompressed: false } when path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) => InputProblem.OtherContent(_file, "gzip"),
            _ when isEmpty => stream.IsCut ? OrderProblem.Cut(_file, 1) : stream.IsDamaged ? OrderProblem.Damaged(_file, 1) : InputProblem.EmptyFile(_file),
            _ => null,
        };
        if (problem is null)
        {
            return stream;
        }

        stream.Dispose();
        throw problem;
    }

    private List<RowDiagnostic> Problems(string file, StagedRows staged) =>
    [
        .. staged.Problems.Select(row => row with { File = file }).Concat(connection.Query(
            SqlScript.Read("order_problems.sql"),
            row => OrderProblem.Shown(new RowDiagnostic(
                file, row.GetInt64(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? string.Empty : row.GetString(3), row.GetString(4), row.GetString(5)))))
            .OrderBy(row => row.Line),
    ];

    private string? RequireOneCurrency()
    {
        var currencies = connection.Query(
            """
            select o.currency, count(distinct (o.customer_id, o.order_id)) from orders o join sales s using (customer_id, order_id)
            where o.currency is not null and o.kind <> 'removed' group by o.currency order by 2 desc, 1
            """,
            row => (Code: row.GetString(0), Rows: row.GetInt64(1)));
        if (currencies.Count < 2)
        {
            return currencies.Count == 0 ? null : currencies[0].Code;
        }

        var found = string.Join(", ", currencies.Select(currency => string.Create(CultureInfo.InvariantCulture, $"{currency.Code} ({currency.Rows})")));
        throw new InvalidInputException(new Diagnostic(
            "ORD001", $"The orders in {_file} are in several currencies: {found}", _file, Found: found, Expected: "one currency per analysis",
            Fix: "convert the amounts to one currency, or analyse the orders of each currency alone"));
    }

    private OrderImport Counted(string file, string? currency, DateTimeOffset? now)
    {
        return connection.Query(
            SqlScript.Read("order_counts.sql"),
            row => new OrderImport(file)
            {
                UnknownCustomers = row.GetInt64(0),
                NotAssigned = row.GetInt64(1),
                Orders = row.GetInt64(2),
                HeldOut = row.GetInt64(3),
                Removed = row.GetInt64(4),
                PartlyRefunded = row.GetInt64(5),
                BeforeAssignment = row.GetInt64(6),
                LineItemOrders = row.GetInt64(7),
                Future = row.GetInt64(8),
                Currency = currency,
            },
            ("now", now?.UtcDateTime ?? DateTime.MaxValue))[0];
    }

    private IEnumerable<string> Warnings(OrderImport import, long dates, bool isLastRowBad)
    {
        if (isLastRowBad)
        {
            yield return $"The last row of {import.File} can't be used: the file may be cut off. Export or copy it again if rows are missing.";
        }

        if (import.LineItemOrders > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{import.LineItemOrders:N0} orders of {import.File} have several rows with different amounts for the same status and time; they were taken for line items and added up.");
        }

        if (import.Future > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{import.Future:N0} orders of {import.File} lie in the future; check the clock and time zone of what wrote the file.");
        }

        if (import.Orders == 0)
        {
            yield return $"No order in {import.File} is a purchase of an assigned customer.";
        }

        if (import.UnknownCustomers > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{import.UnknownCustomers:N0} rows of {import.File} are of customers that the run does not know.");
        }

        if (dates > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{dates:N0} rows of {import.File} have a date without a time and count as 00:00 UTC, so that purchases on the day of the mail come before it.");
        }

        if (connection.Count("select count(*) from orders") > 0 && connection.Count("select count(*) from imported where event = 'converted' and disposition = 'kept'") > 0)
        {
            yield return EventWarnings.ConversionsLeftOut;
        }
    }
}
