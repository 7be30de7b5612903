namespace SkOrchestrator.Reporting;

/// <summary>What became of the records of one imported event file.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Provider">The form that was recognised, such as <c>sendgrid</c>.</param>
/// <param name="Records">Records in the file.</param>
/// <param name="Matched">Records that belong to an assigned customer.</param>
/// <param name="Duplicates">Records that were there before.</param>
/// <param name="Unmatched">Records of nobody who was assigned.</param>
/// <param name="Unknown">Records of an event that is not known.</param>
/// <param name="MachineOpens">Opens by a program.</param>
/// <param name="ScannerClicks">Clicks by a mail scanner.</param>
/// <param name="UnsubscribeClicks">Clicks on the unsubscribe link, which are no clicks of interest.</param>
public sealed record EventFileLine(
    string File, string Provider, long Records, long Matched, long Duplicates, long Unmatched, long Unknown, long MachineOpens, long ScannerClicks, long UnsubscribeClicks);
