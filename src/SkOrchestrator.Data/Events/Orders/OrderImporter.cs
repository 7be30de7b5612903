using System.Globalization;
using DuckDB.NET.Data;
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

    /// <exception cref="InvalidInputException">The file can't be read, lacks a column, or its amounts are in several currencies.</exception>
    public OrderImport Import(string path)
    {
        var (staged, header) = Stage(path);
        var file = Path.GetFileName(path);
        connection.Run(SqlScript.Read("check_orders.sql"), ("has_currency", header.Contains("currency")), ("key", addressKey));
        var rows = Problems(file, staged);
        DiagnosticRows.Add(connection, rows);
        var dates = connection.Count("select count(*) from staging.main.order_checked where is_date and problem is null");
        connection.Run("drop table staging.main.order_rows; drop table staging.main.order_checked");
        var currency = RequireOneCurrency(path);
        Settle(connection, DateTime.MaxValue);
        return Counted(file, currency, dates) with
        {
            Rows = staged.Rows,
            Rejected = rows.Count(row => row.Action == "rejected"),
            Problems = [.. rows.Take(MostTexts).Select(Text)],
        };
    }

    /// <summary>Makes the purchases out of the orders, as they were known at a moment.</summary>
    public static void Settle(DuckDBConnection connection, DateTime asOf) => connection.Run(SqlScript.Read("sales.sql"), ("as_of", asOf));

    private (StagedRows Rows, IReadOnlyList<string> Header) Stage(string path)
    {
        var format = InputFile.Detect(path);
        if (format == InputFormat.Parquet)
        {
            throw InputProblem.UnsupportedType(path);
        }

        using var file = CsvFile.Open(path, format);
        IReadOnlyList<string> header = [.. file.Header.Select(name => name.ToLowerInvariant())];
        if (Required.FirstOrDefault(name => !header.Contains(name)) is { } missing)
        {
            throw InputProblem.MissingColumn(path, missing, file.Header);
        }

        var present = header.Index().Where(column => Required.Concat(Optional).Contains(column.Item)).DistinctBy(column => column.Item).ToList();
        var rows = StagingArea.FillFromCsv(connection, file, Staged, present);
        foreach (var name in Optional.Except(header))
        {
            connection.Run($"alter table staging.main.{Staged} add column {name} varchar");
        }

        return (rows, header);
    }

    private List<RowDiagnostic> Problems(string file, StagedRows staged) =>
    [
        .. staged.Problems.Concat(connection.Query(
            SqlScript.Read("order_problems.sql"),
            row => new RowDiagnostic(file, row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5))))
            .OrderBy(row => row.Line),
    ];

    private string? RequireOneCurrency(string path)
    {
        var currencies = connection.Query(
            "select currency, count(*) from orders where state in ('assigned', 'held_out') and currency is not null group by currency order by 2 desc, 1",
            row => (Code: row.GetString(0), Rows: row.GetInt64(1)));
        if (currencies.Count < 2)
        {
            return currencies.Count == 0 ? null : currencies[0].Code;
        }

        var found = string.Join(", ", currencies.Select(currency => string.Create(CultureInfo.InvariantCulture, $"{currency.Code} ({currency.Rows})")));
        throw new InvalidInputException(new Diagnostic(
            "ORD001", $"The orders in {path} are in several currencies: {found}", path, Found: found, Expected: "one currency per analysis",
            Fix: "convert the amounts to one currency, or analyse the orders of each currency alone"));
    }

    private OrderImport Counted(string file, string? currency, long dates)
    {
        var import = connection.Query(
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
                Currency = currency,
            })[0];
        return import with { Warnings = [.. Warnings(import, dates)] };
    }

    private IEnumerable<string> Warnings(OrderImport import, long dates)
    {
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

    /// <summary>The row without the folder of its file: these sentences stand in reports.</summary>
    private static Diagnostic Text(RowDiagnostic row) => new(
        row.Code, $"A row of {row.File} {(row.Action == "ignored" ? "was passed over" : "can't be used")} ({(row.Column.Length == 0 ? "number of fields" : row.Column)})",
        row.File, row.Line, Found: row.Value, Expected: row.Expected, Fix: "mend the row");
}
