using System.Globalization;
using DuckDB.NET.Data;
using SkOrchestrator.Data.Events.Formats;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Events;

/// <summary>What makes an analysis of event files impossible.</summary>
internal static class EventProblem
{
    private const string KeyFix = "set SKO_ADDRESS_KEY to the value it had when the run was made (without it the brand's name is the key), or name the run these events belong to";

    public static Diagnostic UnknownShape(EventTally tally) => tally.OtherEncoding is { } encoding
        ? new("EVT003", $"The file {tally.ShownPath} is {encoding}, not UTF-8", tally.ShownPath, 1, Found: encoding, Expected: "UTF-8", Fix: "save or export the file as UTF-8")
        : Strange(tally);

    private static Diagnostic Strange(EventTally tally) => new(
        "EVT003", $"The file {tally.ShownPath} has no shape that is known", tally.ShownPath, tally.Problems.Texts.FirstOrDefault()?.Line ?? 1,
        Found: tally.Problems.Texts.FirstOrDefault()?.Found ?? "other columns", Expected: EventFormats.Known,
        Fix: "export the events as the provider's webhook sends them, or write a CSV with recipient,event,timestamp_utc");

    public static InvalidInputException MissingRun(string path) => new(new Diagnostic(
        "EVT004", $"There is no {path}, so there is no run to analyse", path, Expected: "the directory of a finished run", Fix: "name the directory that `run` wrote, such as runs/20261120-090000"));

    public static InvalidInputException Unreadable(string path) => new(new Diagnostic(
        "EVT005", $"{path} can't be read as the database of a run", path, Found: "a damaged file, or one of another version", Expected: "the campaign.duckdb that `run` wrote",
        Fix: "copy the run directory again, or repeat the run"));

    public static InvalidInputException Locked(string path) => new(new Diagnostic(
        "EVT006", $"{path} is in use by another process", path, Found: "a lock", Expected: "a finished run that nothing else has open for writing",
        Fix: "wait for the run to end, or close the program that has the file open"));

    public static InvalidInputException NothingAssigned(string path) => new(new Diagnostic(
        "EVT007", $"Nobody was assigned in the run of {path}", path, Found: "no assignments", Expected: "a run that got as far as the step assign",
        Fix: "finish the run, or name another one"));

    /// <summary>Throws when nothing belongs to the run: zeros for everyone would look like a result.</summary>
    public static void RequireMatches(EventFileImport total, AddressMatches addresses, IReadOnlyList<Diagnostic> problems)
    {
        if (total.Matched + total.Duplicates + total.UnsubscribeClicks > 0)
        {
            return;
        }

        if (addresses.KeyIsAnother)
        {
            throw new InvalidInputException(
            [
                new Diagnostic(
                    "EVT008",
                    $"None of the {Number(addresses.Seen)} addresses in the event files is known to the run: its addresses were hashed with another key, or the events are of another campaign",
                    Found: "0 addresses that match", Expected: "events of the run's customers", Fix: KeyFix),
                .. problems,
            ]);
        }

        throw new InvalidInputException(
        [
            new Diagnostic(
                "EVT009",
                total.Records == 0 ? "The event files hold no event" : $"None of the {Number(total.Records)} events in the files can be counted for this run",
                Found: Found(total), Expected: "events of assigned customers, from after the assignment",
                Fix: "name the event files of this campaign, and the run directory it was sent from"),
            .. problems,
        ]);
    }

    public static string AnotherKey(AddressMatches addresses) =>
        $"None of {Number(addresses.Seen)} addresses in the event files matched: the run's addresses were hashed with another key, or these events are of another campaign. "
        + $"To match by address, {KeyFix}.";

    /// <exception cref="InvalidInputException">Conversions of the event files carry several currencies.</exception>
    public static void RequireOneCurrency(DuckDBConnection connection)
    {
        var currencies = connection.Query(
            "select currency, count(*) from events where source <> 'orders' and currency is not null group by currency order by 2 desc, 1",
            row => $"{row.GetString(0)} ({Number(row.GetInt64(1))})");
        if (currencies.Count > 1)
        {
            throw new InvalidInputException(new Diagnostic(
                "EVT010", $"The conversions in the event files are in several currencies: {string.Join(", ", currencies)}", Found: string.Join(", ", currencies),
                Expected: "one currency per analysis", Fix: "convert the amounts to one currency, or give the orders with --orders in one currency"));
        }
    }

    private static string Found(EventFileImport total) => string.Create(
        CultureInfo.InvariantCulture,
        $"{total.Records} events: {total.Unmatched} of nobody in the run, {total.OtherRun} of other runs, {total.NotAssigned} of customers without an arm, "
        + $"{total.BeforeAssignment} from before the assignment, {total.UnknownTypes.Values.Sum()} of unknown types, {total.Unusable} unusable");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
