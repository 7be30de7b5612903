using System.Security.Cryptography;

namespace SkOrchestrator.EndToEnd.Support;

/// <summary>Two finished runs and the first analysis of one of them, shared by the tests of <c>analyze --run</c>.</summary>
public sealed class SentRuns : IAsyncLifetime
{
    /// <summary>The key of the addresses of <see cref="HeldOut"/>.</summary>
    internal static readonly IReadOnlyDictionary<string, string> AddressKey = new Dictionary<string, string> { ["SKO_ADDRESS_KEY"] = "a key of the tests" };

    /// <summary>A phrase of one message of the sample run alone.</summary>
    internal const string BlockedPhrase = "Wellies on";

    private readonly TemporaryFolder _folder = new();

    /// <summary>A run after <c>plan --lock</c>.</summary>
    internal Mailing Planned { get; private set; } = null!;

    /// <summary>A run without a plan, with a tenth held out, one message blocked, and a key for the addresses.</summary>
    internal Mailing HeldOut { get; private set; } = null!;

    /// <summary>The events of <see cref="Planned"/> as SendGrid sends them.</summary>
    internal string SendGrid { get; private set; } = string.Empty;

    /// <summary>Orders of <see cref="Planned"/>.</summary>
    internal string Orders { get; private set; } = string.Empty;

    /// <summary>What the first analysis of <see cref="Planned"/> said, when all windows were closed.</summary>
    internal ProcessResult Result { get; private set; } = new(-1, string.Empty, string.Empty);

    /// <summary>Where it went: nobody said.</summary>
    internal RunFolder First => new(Planned.Run.File("analyses/1"));

    /// <summary>Hashes of the files of the run before it.</summary>
    internal IReadOnlyDictionary<string, string> Before { get; private set; } = new Dictionary<string, string>();

    public async ValueTask InitializeAsync()
    {
        await RunAsync("plan", "--lock", "--output", _folder["planned"]);
        await RunAsync("run", "--output", _folder["planned"], "--run-id", "sent");
        _folder.Write("mine/experiment_config.yaml", "holdout_share: 0.1\n");
        _folder.Write("mine/safety_thresholds.yaml", $"blocklist: [{BlockedPhrase}]\n");
        var heldOut = await Orchestrator.RunAsync(
            ["run", "--output", _folder["unplanned"], "--run-id", "held", "--config", "config", "--config", _folder["mine"]], null, AddressKey);
        Assert.True(heldOut.ExitCode == 0, heldOut.Errors);
        Planned = new Mailing(new RunFolder(_folder["planned", "sent"]));
        HeldOut = new Mailing(new RunFolder(_folder["unplanned", "held"]));
        SendGrid = _folder.Write("sendgrid.json", EventText.SendGrid(Planned.Events));
        Orders = _folder.Write("orders.csv", OrdersOf(Planned));
        Before = Hashes(Planned.Run);
        Result = await AnalyzeAsync("--as-of", Planned.Afterwards);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Analyses <see cref="Planned"/> with its events and orders.</summary>
    internal Task<ProcessResult> AnalyzeAsync(params string[] arguments) => Planned.AnalyzeAsync(["--events", SendGrid, "--orders", Orders, .. arguments]);

    /// <summary>Hashes of a run's own files by name.</summary>
    internal static IReadOnlyDictionary<string, string> Hashes(RunFolder run) => run.AllFiles()
        .Where(f => !f.StartsWith(run.File("analyses"), StringComparison.Ordinal))
        .ToDictionary(f => Path.GetRelativePath(run.Path, f), f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))));

    /// <summary>One purchase of 20 of every tenth customer, none of whom clicked.</summary>
    private static string OrdersOf(Mailing mailing) =>
        "customer_id,order_id,timestamp,value,currency,status\n"
        + string.Concat(mailing.Recipients.Where(r => r.Number % 10 == 1).Select(r => $"{r.Id},O-{r.Id},{Mailing.Time(mailing.SentAt.AddDays(1))},20.00,EUR,paid\n"));

    private static async Task RunAsync(params string[] arguments)
    {
        var result = await Orchestrator.RunAsync(arguments);
        Assert.True(result.ExitCode == 0, result.Errors);
    }
}
