using System.Globalization;

namespace SkOrchestrator.EndToEnd.Support;

/// <summary>A finished run whose mails went out an hour after the assignment, and what its customers did then.</summary>
internal sealed class Mailing
{
    /// <summary>The arm whose customers click five times as often as the others.</summary>
    public const string BestArm = "treatment-3";

    public const string Shop = "https://alderandwren.example/new?utm_source=alder-wren";

    public const string UnsubscribePage = "https://alderandwren.example/preferences/unsubscribe";

    public Mailing(RunFolder run)
    {
        Run = run;
        Customers = Csv.Read(File.ReadAllText(Path.Combine(Orchestrator.Repository, "samples/brand/customers.csv")));
        var addresses = Customers.GroupBy(c => c["customer_id"]).ToDictionary(g => g.Key, g => g.First()["email"]);
        var assignments = run.Table("assignments.csv");
        Recipients =
        [
            .. assignments.GroupBy(a => (Segment: a["segment_id"], Arm: a["arm"]))
                .SelectMany(g => g.Select((a, number) => new Recipient(a["customer_id"], addresses[a["customer_id"]], g.Key.Segment, g.Key.Arm, number))),
        ];
        SentAt = assignments.Max(a => DateTime.Parse(a["assigned_at"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)).AddHours(1);
        Events = [.. Recipients.SelectMany(EventsOf)];
    }

    public RunFolder Run { get; }

    /// <summary>The rows of the customer file.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Customers { get; }

    public IReadOnlyList<Recipient> Recipients { get; }

    public DateTime SentAt { get; }

    /// <summary>What people did: half of the best arm and a tenth of the others click; one mail of each arm comes back and one reader of each arm leaves.</summary>
    public IReadOnlyList<MailEvent> Events { get; }

    /// <summary>A moment when the window of clicks, 7 days, is still open.</summary>
    public string WhileOpen => Time(SentAt.AddDays(3));

    /// <summary>A moment when all windows, 14 days at most, are closed.</summary>
    public string Afterwards => Time(SentAt.AddDays(20));

    /// <summary>Assigned customers by arm.</summary>
    public IReadOnlyDictionary<string, long> Assigned => Recipients.GroupBy(r => r.Arm).ToDictionary(g => g.Key, g => g.LongCount());

    /// <summary>How many customers of each arm an event type is of.</summary>
    public IReadOnlyDictionary<string, long> Reached(IEnumerable<MailEvent> events) =>
        Assigned.Keys.ToDictionary(arm => arm, arm => events.Where(e => e.Who.Arm == arm).Select(e => e.Who.Id).Distinct().LongCount());

    /// <summary>Clicks inside their window of 7 days.</summary>
    public IReadOnlyDictionary<string, long> Clickers => Reached(Events.Where(e => e.Type == "clicked" && e.At <= SentAt.AddDays(7)));

    /// <summary>Runs <c>analyze --run</c> on this run.</summary>
    public Task<ProcessResult> AnalyzeAsync(params string[] arguments) => Orchestrator.RunAsync(["analyze", "--run", Run.Path, .. arguments]);

    public static string Time(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private IEnumerable<MailEvent> EventsOf(Recipient who)
    {
        yield return new(who, "sent", SentAt);
        if (IsFirst(who, 3))
        {
            yield return new(who, "bounced", SentAt.AddSeconds(30));
            yield break;
        }

        yield return new(who, "delivered", SentAt.AddSeconds(40));
        if (who.Number % 2 == 0)
        {
            yield return new(who, "opened", SentAt.AddHours(1));
        }

        if (who.Number % (who.Arm == BestArm ? 2 : 10) == 0)
        {
            yield return new(who, "clicked", SentAt.AddHours(2), Shop);
        }
        else if (who.Number % 10 == 5)
        {
            // a day late
            yield return new(who, "clicked", SentAt.AddDays(8), Shop);
        }

        if (IsFirst(who, 7))
        {
            yield return new(who, "unsubscribed", SentAt.AddHours(3));
        }
    }

    /// <summary>One customer of each arm.</summary>
    private static bool IsFirst(Recipient who, int number) => who.Segment == "segment-1" && who.Number == number;
}
