using System.CommandLine;
using SkOrchestrator.Analyses;
using SkOrchestrator.Configuration;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Commands;

/// <summary>The options of <c>analyze</c>.</summary>
internal sealed class AnalyzeOptions
{
    /// <summary>Levels below leave 1 − alpha without digits, once they are divided by treatments and looks.</summary>
    private const double SmallestAlpha = 1e-9;

    private const double SmallestEffect = 1e-6;

    private readonly Option<string?> _data = Text("--data", "A table with one row per customer: CSV, CSV.gz or Parquet", "FILE");
    private readonly Option<string?> _arm = Text("--arm", "With --data: the column that says which arm a customer was in", "COLUMN");
    private readonly Option<string?> _counts = Text("--counts", "Counts: a CSV with the columns segment,arm,metric,successes,trials", "FILE");
    private readonly Option<string?> _control = Text("--control", "The arm that the others are compared with; default: control", "VALUE");
    private readonly Option<string[]> _metrics = List("--metrics", "Metrics that are yes or no per customer; with --counts, default: all of the file", "a,b");
    private readonly Option<string[]> _numericMetrics = List("--numeric-metrics", "With --data: metrics that are a number per customer", "c");
    private readonly Option<string[]> _segmentBy = List("--segment-by", "With --data: columns of segments; the estimate over all is stratified by the first", "x,y");
    private readonly Option<string[]> _covariates = List("--covariate", "With --data: a number known before sending, to reduce variance; may be repeated", "z");
    private readonly Option<string[]> _caps = List("--cap", "With --data: cut a numeric metric off at a value, shown beside the plain one; may be repeated", "METRIC=VALUE");
    private readonly Option<string?> _primary = Text("--primary", "The metric that the verdict rests on; default: the first one, or that of the plan or run", "METRIC");
    private readonly Option<string?> _alpha = Text("--alpha", "Significance level; default: 0.05, or that of the plan or run", "0.05");
    private readonly Option<string?> _correction = Text("--correction", "Correction of p-values over treatments; default: holm, or that of the plan or run", "holm|bh|none");
    private readonly Option<string[]> _weights = List("--weights", "Planned shares of the arms; default: equal", "ARM=SHARE,…");
    private readonly Option<string?> _smallestEffect = Text("--smallest-effect", "The smallest lift of the primary metric that would matter, in percent", "PERCENT");
    private readonly Option<string?> _output = Text("--output", "Where the results go; default: runs/analysis-FILE, or RUN/analyses/N", "DIR");

    private readonly Option<string?> _run = Text("--run", "The directory of a finished run, whose real engagement is in --events", "RUN");
    private readonly Option<string[]> _events = List("--events", "With --run: event files or folders of SendGrid, Amazon SES, Mailgun, Postmark, or CSV; may be repeated", "FILE");
    private readonly Option<string?> _orders = Text("--orders", "With --run: orders, a CSV with customer_id,order_id,timestamp,value,currency,status", "FILE");
    private readonly Option<DateTimeOffset?> _asOf = new("--as-of")
    {
        Description = "With --run or --plan: the moment that windows are judged at; default: the later of now and the last event, with --plan now",
        HelpName = "TIME",
        CustomParser = TimeOption.Parse,
    };

    private readonly Option<string?> _plan = Text("--plan", "With --data and --counts: the locked plan to follow; a run has its own", "FILE");

    public AnalyzeOptions() => _correction.AcceptOnlyFromAmong("holm", "bh", "none");

    private Option[] OfRuns => [_events, _orders, _asOf];

    private Option[] OfTables => [_arm, _numericMetrics, _segmentBy, _covariates, _caps];

    private Option[] OfFiles => [_control, _metrics, _weights, _plan];

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[]
        {
            _run, _events, _orders, _asOf, _data, _arm, _counts, _control, _metrics, _numericMetrics, _segmentBy, _covariates, _caps, _primary, _alpha, _correction, _weights, _smallestEffect, _plan, _output,
        })
        {
            command.Options.Add(option.NotEmpty());
        }
    }

    /// <exception cref="UsageException">Options are missing, don't go together or can't be read.</exception>
    public AnalyzeRequest Read(ParseResult result)
    {
        RequireOneForm(result);
        return new()
        {
            Run = result.GetValue(_run),
            Events = OptionValue.Names(result.GetValue(_events)),
            Orders = result.GetValue(_orders),
            AsOf = result.GetValue(_asOf),
            Plan = result.GetValue(_plan),
            Data = result.GetValue(_data),
            Arm = result.GetValue(_arm),
            Counts = result.GetValue(_counts),
            Control = result.GetValue(_control) ?? "control",
            Metrics = OptionValue.Names(result.GetValue(_metrics)),
            NumericMetrics = OptionValue.Names(result.GetValue(_numericMetrics)),
            SegmentBy = OptionValue.Names(result.GetValue(_segmentBy)),
            Covariates = OptionValue.Names(result.GetValue(_covariates)),
            Caps = OptionValue.Numbers(_caps.Name, result.GetValue(_caps)),
            Weights = OptionValue.Numbers(_weights.Name, result.GetValue(_weights)),
            Primary = result.GetValue(_primary),
            Alpha = OptionValue.Number(_alpha.Name, result.GetValue(_alpha), from: SmallestAlpha, below: 1),
            SmallestEffectPercent = OptionValue.Number(_smallestEffect.Name, result.GetValue(_smallestEffect), from: SmallestEffect, below: 1000),
            Correction = result.GetValue(_correction) switch
            {
                "holm" => CorrectionMethod.Holm,
                "bh" => CorrectionMethod.BenjaminiHochberg,
                "none" => CorrectionMethod.None,
                _ => null,
            },
            Output = result.GetValue(_output),
        };
    }

    private void RequireOneForm(ParseResult result)
    {
        List<string> forms = [.. new Option[] { _run, _data, _counts }.Where(o => IsGiven(result, o)).Select(o => o.Name)];
        if (forms.Count != 1)
        {
            throw new UsageException(
                "CLI002",
                forms.Count == 0 ? "nothing to analyse is named" : $"{string.Join(" and ", forms)} don't go together",
                "give --run RUN --events FILE, or --data FILE --arm COLUMN --control VALUE --metrics a,b, or --counts FILE --control VALUE");
        }

        Refuse(result, forms[0], forms[0] switch
        {
            "--run" => [.. OfTables.Where(o => o != _caps), .. OfFiles],
            "--data" => RefusedOfRuns(result),
            _ => [.. RefusedOfRuns(result), .. OfTables],
        });
        List<string> needed = forms[0] switch
        {
            "--run" => Missing(IsGiven(result, _events), "--events FILE"),
            "--data" =>
            [
                .. Missing(IsGiven(result, _arm), "--arm COLUMN"),
                .. Missing(OptionValue.Names([.. result.GetValue(_metrics) ?? [], .. result.GetValue(_numericMetrics) ?? []]).Count > 0, "--metrics a,b or --numeric-metrics c"),
            ],
            _ => [],
        };
        if (needed.Count > 0)
        {
            throw new UsageException("CLI002", $"{forms[0]} does not say enough", $"add {string.Join(" and ", needed)}");
        }
    }

    /// <summary>Only a plan gives a table a time that it can be read too early for.</summary>
    private IReadOnlyList<Option> RefusedOfRuns(ParseResult result) => [.. OfRuns.Where(o => o != _asOf || !IsGiven(result, _plan))];

    private static void Refuse(ParseResult result, string form, IReadOnlyList<Option> foreign)
    {
        var given = foreign.Where(o => IsGiven(result, o)).Select(o => o.Name).ToList();
        if (given.Count > 0)
        {
            throw new UsageException("CLI002", $"{string.Join(", ", given)} can't be used with {form}", "leave them out; 'orchestrator analyze --help' says what belongs to which form");
        }
    }

    private static List<string> Missing(bool isThere, string what) => isThere ? [] : [what];

    private static bool IsGiven(ParseResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private static Option<string?> Text(string name, string description, string helpName) => new(name) { Description = description, HelpName = helpName };

    private static Option<string[]> List(string name, string description, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };
}
