using System.Globalization;
using DuckDB.NET.Data;

namespace SkOrchestrator.Data.Events;

/// <summary>What people should know of imported events before they trust the numbers.</summary>
internal sealed class EventWarnings(DuckDBConnection connection, EventImport import, AddressMatches addresses)
{
    /// <summary>Said when both an orders file and event files tell of conversions.</summary>
    public const string ConversionsLeftOut = "Conversions come from the orders file alone; those in the event files are left out, so that no purchase counts twice.";

    private readonly EventFileImport _total = import.Total;

    public IEnumerable<string> All()
    {
        if (addresses.KeyIsAnother)
        {
            yield return EventProblem.AnotherKey(addresses);
        }

        foreach (var file in import.Files.Where(file => file.Records == 0))
        {
            yield return $"{file.File} holds no event.";
        }

        if (_total.UnknownTypes.Count > 0)
        {
            yield return $"Events of unknown types were counted and not used: {Listed(_total.UnknownTypes)}.";
        }

        if (_total.Unmatched > 0)
        {
            yield return $"{Events(_total.Unmatched)} of {Number(_total.Records)} {(_total.Unmatched == 1 ? "belongs" : "belong")} to nobody in the run.";
        }

        if (_total.OtherRun > 0)
        {
            yield return $"{Events(_total.OtherRun)} {(_total.OtherRun == 1 ? "names" : "name")} another run and {(_total.OtherRun == 1 ? "was" : "were")} left out.";
        }

        if (_total.Shared > 0)
        {
            yield return $"{Events(_total.Shared)} came from mails with several recipients, so nobody knows who opened or clicked; not counted. Send one mail per recipient.";
        }

        if (_total.ByAddress > 0)
        {
            yield return $"{Events(_total.ByAddress)} matched by the address alone; events of other mails to the same addresses can't be told apart. "
                + "Send the custom argument sko_message (RUN_ID:CUSTOMER_ID) with each mail.";
        }

        if (_total.Simulated > 0)
        {
            yield return $"{Events(_total.Simulated)} came out of a simulation and {(_total.Simulated == 1 ? "says" : "say")} nothing of real customers.";
        }

        if (_total.Future > 0)
        {
            yield return $"{Events(_total.Future)} {(_total.Future == 1 ? "lies" : "lie")} in the future; check the clocks and time zones of what wrote the files.";
        }

        if (_total.BeforeAssignment > 0)
        {
            yield return $"{Events(_total.BeforeAssignment)} happened before the customer was assigned and {(_total.BeforeAssignment == 1 ? "does" : "do")} not count.";
        }

        if (connection.Count("select count(*) from orders") > 0 && connection.Count("select count(*) from imported where event = 'converted' and disposition = 'kept'") > 0)
        {
            yield return ConversionsLeftOut;
        }
    }

    private static string Listed(IReadOnlyDictionary<string, long> counts) => string.Join(", ", counts.Select(pair => $"{pair.Key} ({Number(pair.Value)})"));

    private static string Events(long count) => count == 1 ? "1 event" : $"{Number(count)} events";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
