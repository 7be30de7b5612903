using System.Globalization;
using DuckDB.NET.Data;
using SkOrchestrator.Data.Summaries;

namespace SkOrchestrator.Data.Events;

/// <summary>What of the imported events lies inside the windows, so that nothing falls out of them without a word.</summary>
/// <param name="Counts">By kind of event, in the order of a mail's life; kinds without events are left out.</param>
/// <param name="EarlyCustomers">Customers who opened or clicked before the time of sending; their window begins with the assignment.</param>
public sealed record WindowCoverage(IReadOnlyList<WindowCount> Counts, long EarlyCustomers)
{
    /// <summary>What people should know of it, as sentences; none when everything counts.</summary>
    public IReadOnlyList<string> Sentences =>
    [
        .. EarlyCustomers == 0
            ? Array.Empty<string>()
            : [Text($"{EarlyCustomers:N0} {(EarlyCustomers == 1 ? "customer" : "customers")} opened, clicked, complained or unsubscribed before the time that the files give for sending; their window begins with the assignment.")],
        .. Counts.Where(count => count.LeftOut > 0).Select(Sentence),
    ];

    internal static WindowCoverage Read(DuckDBConnection connection, IReadOnlyDictionary<string, TimeSpan> windows, DateTimeOffset asOf) => new(
        connection.Query(
            SqlScript.Read("window_counts.sql"),
            row => new WindowCount(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)),
            CellSummariser.Parameters(windows, asOf.UtcDateTime)),
        connection.Count("select count(*) from mails where was_early"));

    private static string Sentence(WindowCount count)
    {
        var parts = new (long Count, string Words)[]
        {
            (count.BeforeWindow, "before the mail was sent"),
            (count.AfterWindow, "after the window"),
            (count.AfterAsOf, "after the moment of judgement"),
            (count.HeldOut, "of held-out customers"),
        }.Where(part => part.Count > 0).Select(part => Text($"{part.Count:N0} {part.Words}"));
        return Text($"Of {count.Counted + count.LeftOut:N0} events `{count.Event}`, {count.Counted:N0} count for the arms; left out: {string.Join(", ", parts)}.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
