using System.Globalization;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Events.Orders;

/// <summary>What makes an orders file unusable. Of its header only names that are known are repeated: a file without one begins with a customer's row.</summary>
internal static class OrderProblem
{
    private const int MostRows = 5;

    public static InvalidInputException MissingColumn(string file, string column, IReadOnlyList<string> header, IEnumerable<string> names)
    {
        List<string> known = [.. header.Where(names.Contains).Distinct()];
        var others = header.Count - known.Count;
        var found = (known.Count, others) switch
        {
            (0, _) => Text($"no column of that or another known name, {others} other {(others == 1 ? "column" : "columns")}"),
            (_, 0) => $"columns: {string.Join(", ", known)}",
            _ => Text($"columns: {string.Join(", ", known)} and {others} {(others == 1 ? "other" : "others")}"),
        };
        return new(new Diagnostic(
            "CSV005", $"The file {file} has no column {column}; found {found}", file, 1, Found: found, Expected: $"a column called {column}",
            Fix: known.Count == 0
                ? $"put a line with the names of the columns on top: {string.Join(",", names)}"
                : $"add a column {column}, or rename the one that holds it"));
    }

    public static InvalidInputException Cut(string file, long line) => new(new Diagnostic(
        "CSV008", $"The compressed file {file} ends in the middle", file, line, Found: "the end of the file", Expected: "a whole gzip file", Fix: "copy or export the file again"));

    public static InvalidInputException Damaged(string file, long line) => new(new Diagnostic(
        "CSV008", $"The compressed file {file} is damaged", file, line, Found: "bytes that can't be unpacked", Expected: "a whole gzip file", Fix: "copy or export the file again"));

    public static InvalidInputException OtherEncoding(string file, string encoding) => new(new Diagnostic(
        "CSV006", $"The file {file} is {encoding}, not UTF-8", file, 1, Found: encoding, Expected: "UTF-8 text", Fix: "save the file as \"CSV UTF-8\""));

    /// <summary>No row is good: revenue of 0 for everyone would look like a result.</summary>
    public static InvalidInputException NoRow(string file, IReadOnlyList<RowDiagnostic> rows) => new(
    [
        new Diagnostic(
            "ORD018", $"No row of {file} can be used, so that nothing is known of purchases", file, Found: Text($"{rows.Count:N0} rejected rows"), Expected: "at least one good row",
            Fix: "mend the rows named below; amounts have a decimal point (12.50)"),
        .. rows.Take(MostRows).Select(row => Of(file, row)),
    ]);

    public static Diagnostic Of(string file, RowDiagnostic row) => new(
        row.Code, $"A row of {file} {(row.Action == "ignored" ? "was passed over" : "can't be used")} ({(row.Column.Length == 0 ? "number of fields" : row.Column)})",
        file, row.Line, Found: row.Value, Expected: row.Expected,
        Fix: row.Column.Length == 0 ? "mend the row; an amount with a decimal comma makes two fields, so write a decimal point (12.50)" : "mend the row");

    /// <summary>The row with no more of its value than may be shown.</summary>
    public static RowDiagnostic Shown(RowDiagnostic row) => row with
    {
        Value = row.Code switch
        {
            "ORD012" => Harmless.Time(row.Value),
            "ORD013" => Harmless.Amount(row.Value),
            "ORD014" => Harmless.Word(row.Value),
            "ORD015" => Harmless.CurrencyWord(row.Value),
            _ => row.Value,
        },
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
