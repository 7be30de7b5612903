namespace SkOrchestrator.Data.Events;

/// <summary>
/// What one event file brought. Every record stands in one place: <see cref="Records"/> is the sum of <see cref="Matched"/>,
/// <see cref="Duplicates"/>, <see cref="UnsubscribeClicks"/>, <see cref="BeforeAssignment"/>, <see cref="NotAssigned"/>, <see cref="OtherRun"/>,
/// <see cref="Unmatched"/>, <see cref="Shared"/>, <see cref="UnusedTypes"/>, <see cref="UnknownTypes"/> and <see cref="Unusable"/>.
/// </summary>
/// <param name="File">The file's name without folders.</param>
/// <param name="Provider">The shape: <c>sendgrid</c>, <c>ses</c>, <c>mailgun</c>, <c>postmark</c>, <c>resend</c>, <c>brevo</c>, <c>csv</c>, <c>canonical</c>; <c>none</c> without records.</param>
public sealed record EventFileImport(string File, string Provider)
{
    /// <summary>Events that could be read; an Amazon SES record of several recipients is several.</summary>
    public long Records { get; init; }

    /// <summary>Events of assigned customers that count, machine events included, and conversions of held-out ones.</summary>
    public long Matched { get; init; }

    /// <summary>How many of <see cref="Matched"/> only the address ties to the customer.</summary>
    public long ByAddress { get; init; }

    /// <summary>Opens among <see cref="Matched"/> that were made by programs.</summary>
    public long MachineOpens { get; init; }

    /// <summary>Clicks among <see cref="Matched"/> that were made by programs.</summary>
    public long ScannerClicks { get; init; }

    /// <summary>Events among <see cref="Matched"/> that a simulation made.</summary>
    public long Simulated { get; init; }

    /// <summary>Events among <see cref="Matched"/> that are later than <see cref="EventRules.Now"/>.</summary>
    public long Future { get; init; }

    /// <summary>Events that stand in the files more than once, the first one aside.</summary>
    public long Duplicates { get; init; }

    /// <summary>Clicks on the unsubscribe link.</summary>
    public long UnsubscribeClicks { get; init; }

    /// <summary>Events from before the customer was assigned.</summary>
    public long BeforeAssignment { get; init; }

    /// <summary>Events of customers who were excluded or held out.</summary>
    public long NotAssigned { get; init; }

    /// <summary>Events that name another run.</summary>
    public long OtherRun { get; init; }

    /// <summary>Events of nobody in the run.</summary>
    public long Unmatched { get; init; }

    /// <summary>Opens, clicks and unsubscribes of mails to several people at once.</summary>
    public long Shared { get; init; }

    /// <summary>Events of known types that no metric uses, by name: deferred, rejected, failed.</summary>
    public IReadOnlyDictionary<string, long> UnusedTypes { get; init; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Events of types that nobody knows, by name.</summary>
    public IReadOnlyDictionary<string, long> UnknownTypes { get; init; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Events without a usable time, recipient or amount.</summary>
    public long Unusable { get; init; }

    /// <summary>Problems found, unreadable records and a cut end included.</summary>
    public long Errors { get; init; }
}
