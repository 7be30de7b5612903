using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Events;

/// <summary>What event files brought.</summary>
/// <param name="Files">Each file, in reading order.</param>
/// <param name="Problems">What is wrong in the files, with line and fix; at most 20 of a file, all are counted.</param>
/// <param name="Warnings">What people should know before they trust the numbers.</param>
public sealed record EventImport(IReadOnlyList<EventFileImport> Files, IReadOnlyList<Diagnostic> Problems, IReadOnlyList<string> Warnings)
{
    /// <summary>All files together.</summary>
    public EventFileImport Total { get; } = new EventFileImport("all files", string.Join(", ", Files.Select(file => file.Provider).Distinct().Order(StringComparer.Ordinal)))
    {
        Records = Files.Sum(file => file.Records),
        Matched = Files.Sum(file => file.Matched),
        ByAddress = Files.Sum(file => file.ByAddress),
        MachineOpens = Files.Sum(file => file.MachineOpens),
        ScannerClicks = Files.Sum(file => file.ScannerClicks),
        Future = Files.Sum(file => file.Future),
        Simulated = Files.Sum(file => file.Simulated),
        Duplicates = Files.Sum(file => file.Duplicates),
        UnsubscribeClicks = Files.Sum(file => file.UnsubscribeClicks),
        BeforeAssignment = Files.Sum(file => file.BeforeAssignment),
        NotAssigned = Files.Sum(file => file.NotAssigned),
        OtherRun = Files.Sum(file => file.OtherRun),
        Unmatched = Files.Sum(file => file.Unmatched),
        Shared = Files.Sum(file => file.Shared),
        UnusedTypes = Add(Files.Select(file => file.UnusedTypes)),
        UnknownTypes = Add(Files.Select(file => file.UnknownTypes)),
        Unusable = Files.Sum(file => file.Unusable),
        Errors = Files.Sum(file => file.Errors),
    };

    private static SortedDictionary<string, long> Add(IEnumerable<IReadOnlyDictionary<string, long>> counts) => new(
        counts.SelectMany(pairs => pairs).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value)),
        StringComparer.Ordinal);
}
