using DuckDB.NET.Data;
using SkOrchestrator.Data.Loading;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Eligibility;

/// <summary>
/// Brings a small list (suppressions, earlier mails) into the staging area. A row that can't be read could be the one customer who must
/// not be mailed, so every problem stops the run.
/// </summary>
internal static class CustomerList
{
    private static readonly string[] Suppressions = ["customer_id", "email", "email_sha256", "scope", "until"];
    private static readonly string[] Contacts = ["customer_id", "sent_at"];

    public static void ReadSuppressions(DuckDBConnection connection, string? path)
    {
        const string table = "suppression_rows";
        Stage(connection, path, table, Suppressions, header => header.Any(Suppressions[..3].Contains)
            ? null
            : new Diagnostic(
                "CSV020",
                $"The suppression list {path} names nobody: it has none of the columns customer_id, email, email_sha256",
                path,
                1,
                Found: $"columns: {string.Join(", ", header)}",
                Expected: "a column customer_id, email or email_sha256",
                Fix: "name the column that identifies the customer"));
        Stop(connection, path, table, "CSV021",
            "coalesce(customer_id, email, email_sha256) is null or not coalesce(regexp_full_match(lower(email_sha256), '[0-9a-f]{64}'), true)",
            "a customer_id, an e-mail address or its SHA-256 in 64 hex digits");
    }

    public static void ReadContacts(DuckDBConnection connection, string? path)
    {
        const string table = "contact_rows";
        Stage(connection, path, table, Contacts, header => Contacts.FirstOrDefault(name => !header.Contains(name)) is { } missing
            ? InputProblem.MissingColumn(path!, missing, header).Diagnostics[0]
            : null);
        Stop(connection, path, table, "CSV022", "customer_id is null", "a customer_id");
    }

    private static void Stage(
        DuckDBConnection connection, string? path, string table, string[] wanted, Func<IReadOnlyList<string>, Diagnostic?> check)
    {
        var definitions = string.Join(", ", wanted.Select(name => $"{SqlScript.Identifier(name)} varchar"));
        if (path is null)
        {
            connection.Run($"create or replace table staging.main.{table}(row_number bigint, line bigint, {definitions})");
            return;
        }

        var format = InputFile.Detect(path);
        if (format == InputFormat.Parquet)
        {
            throw InputProblem.UnsupportedType(path);
        }

        using var file = CsvFile.Open(path, format);
        if (check(file.Header) is { } problem)
        {
            throw new InvalidInputException(problem);
        }

        var present = file.Header.Index().Where(column => wanted.Contains(column.Item)).ToList();
        var rows = StagingArea.FillFromCsv(connection, file, table, present);
        if (rows.Problems.Count > 0)
        {
            throw new InvalidInputException([.. rows.Problems.Select(row => InputProblem.FromRow(path, row))]);
        }

        foreach (var missing in wanted.Except(file.Header))
        {
            connection.Run($"alter table staging.main.{table} add column {SqlScript.Identifier(missing)} varchar");
        }
    }

    private static void Stop(DuckDBConnection connection, string? path, string table, string code, string condition, string expected)
    {
        var lines = connection.Query(
            $"select line from staging.main.{table} where {condition} order by line limit 20", row => row.GetInt64(0));
        if (lines.Count > 0)
        {
            throw new InvalidInputException([.. lines.Select(line => new Diagnostic(
                code, $"A row of {path} names nobody", path, line, Found: "no usable id", Expected: expected, Fix: "mend or delete the row"))]);
        }
    }
}
