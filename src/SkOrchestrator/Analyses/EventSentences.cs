using System.Globalization;
using SkOrchestrator.Data.Events;
using SkOrchestrator.Data.Events.Orders;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Reporting;

namespace SkOrchestrator.Analyses;

/// <summary>Says what event files and orders brought, so that nothing disappears without a word.</summary>
internal static class EventSentences
{
    public static IReadOnlyList<string> Of(EventImport events, OrderImport? orders) =>
    [
        .. events.Files.Select(Of),
        .. orders is null ? Array.Empty<string>() : [Of(orders)],
    ];

    public static IReadOnlyList<string> Warnings(EventImport events, OrderImport? orders) =>
    [
        .. events.Warnings,
        .. orders?.Warnings ?? [],
    ];

    /// <summary>What is wrong in the files, for <c>analysis.json</c> too: numbers of a damaged file must not look like those of a whole one.</summary>
    public static IReadOnlyList<string> Problems(EventImport events, OrderImport? orders) =>
        [.. events.Problems.Concat(orders?.Problems ?? []).Select(p => $"Warning: {Of(p)}.")];

    public static IReadOnlyList<EventFileLine> Files(EventImport events) =>
    [
        .. events.Files.Select(f => new EventFileLine(
            f.File, f.Provider, f.Records, f.Matched, f.Duplicates, f.Unmatched, f.UnknownTypes.Values.Sum(), f.MachineOpens, f.ScannerClicks, f.UnsubscribeClicks)),
    ];

    private static string Of(EventFileImport file)
    {
        var parts = new (long Count, string Words)[]
        {
            (file.Duplicates, "duplicates"),
            (file.MachineOpens, "opens by programs"),
            (file.ScannerClicks, "clicks by scanners"),
            (file.UnsubscribeClicks, "clicks on the unsubscribe link"),
            (file.BeforeAssignment, "from before assignment"),
            (file.NotAssigned, "of customers who were not assigned"),
            (file.OtherRun, "of another run"),
            (file.Unmatched, "of nobody in the run"),
            (file.Shared, "of mails to several people"),
            (file.UnusedTypes.Values.Sum(), $"of types that no metric uses{Names(file.UnusedTypes)}"),
            (file.UnknownTypes.Values.Sum(), $"of unknown types{Names(file.UnknownTypes)}"),
            (file.Unusable, "without a usable time, recipient or amount"),
        };
        var rest = parts.Where(p => p.Count > 0).Select(p => Text($"{p.Count:N0} {p.Words}")).ToList();
        return Text($"{file.File} ({file.Provider}): {file.Records:N0} events, {file.Matched:N0} belong to assigned customers{(rest.Count == 0 ? string.Empty : "; " + string.Join(", ", rest))}.");
    }

    private static string Of(OrderImport orders) => Text(
        $"{orders.File}: {orders.Rows:N0} order rows, {orders.Orders:N0} orders count, {orders.Removed:N0} cancelled or refunded, {orders.UnknownCustomers + orders.NotAssigned:N0} of customers who were not assigned, {orders.BeforeAssignment:N0} from before assignment, {orders.Rejected:N0} rejected{(orders.Currency is { } currency ? $"; amounts in {currency}" : string.Empty)}.");

    private static string Of(Diagnostic problem)
    {
        var place = problem.Line is { } line ? Text($":{line}") : string.Empty;
        return $"{problem.Code}: {Path.GetFileName(problem.File)}{place}: {problem.Message}"
            + (problem.Found is { } found ? $"; found {found}" : string.Empty)
            + (problem.Fix is { } fix ? $"; fix: {fix}" : string.Empty);
    }

    private static string Names(IReadOnlyDictionary<string, long> types) => types.Count == 0 ? string.Empty : $" ({string.Join(", ", types.Keys)})";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
