using System.CommandLine;
using SkOrchestrator.Analyses;
using SkOrchestrator.Configuration;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Commands;

/// <summary>The options of <c>analyze</c>.</summary>
internal sealed class AnalyzeOptions
{
    private readonly Option<string?> _data = Text("--data", "A table with one row per customer: CSV, CSV.gz or Parquet", "FILE");
    private readonly Option<string?> _arm = Text("--arm", "With --data: the column that says which arm a customer was in", "COLUMN");
    private readonly Option<string?> _counts = Text("--counts", "Counts: a CSV with the columns segment,arm,metric,successes,trials", "FILE");
    private readonly Option<string?> _control = Text("--control", "The arm that the others are compared with; default: control", "VALUE");
    private readonly Option<string[]> _metrics = List("--metrics", "Metrics that are yes or no per customer; with --counts, default: all of the file", "a,b");
    private readonly Option<string[]> _numericMetrics = List("--numeric-metrics", "With --data: metrics that are a number per customer", "c");
    private readonly Option<string[]> _segmentBy = List("--segment-by", "With --data: columns of segments; the estimate over all is stratified by the first", "x,y");
    private readonly Option<string[]> _covariates = List("--covariate", "With --data: a number known before sending, to reduce variance; may be repeated", "z");
    private readonly Option<string[]> _caps = List("--cap", "With --data: cut a numeric metric off at a value, shown beside the plain one; may be repeated", "METRIC=VALUE");
    private readonly Option<string?> _primary = Text("--primary", "The metric that the verdict rests on; default: the first one", "METRIC");
    private readonly Option<string?> _alpha = Text("--alpha", "Significance level; default: 0.05", "0.05");
    private readonly Option<string?> _correction = Text("--correction", "Correction of p-values over treatments; default: holm", "holm|bh|none");
    private readonly Option<string[]> _weights = List("--weights", "Planned shares of the arms; default: equal", "ARM=SHARE,…");
    private readonly Option<string?> _smallestEffect = Text("--smallest-effect", "The smallest lift of the primary metric that would matter, in percent", "PERCENT");
    private readonly Option<string?> _output = Text("--output", "Where the results go; default: runs/analysis-FILE", "DIR");

    private readonly Option<string?> _run = Text("--run", "A finished run", "RUN");
    private readonly Option<string[]> _events = List("--events", "With --run: event files", "FILE");
    private readonly Option<string?> _orders = Text("--orders", "With --run: orders", "FILE");
    private readonly Option<string?> _asOf = Text("--as-of", "With --run: the moment that windows are judged at", "TIME");
    private readonly Option<string?> _plan = Text("--plan", "A locked plan", "FILE");

    public AnalyzeOptions() => _correction.AcceptOnlyFromAmong("holm", "bh", "none");

    /// <summary>Options whose source is not connected; they are understood, refused, and absent from the help.</summary>
    private Option[] NotConnected => [_run, _events, _orders, _asOf, _plan];

    private Option[] OfTables => [_arm, _numericMetrics, _segmentBy, _covariates, _caps];

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[]
        {
            _data, _arm, _counts, _control, _metrics, _numericMetrics, _segmentBy, _covariates, _caps, _primary, _alpha, _correction, _weights, _smallestEffect, _output,
        })
        {
            command.Options.Add(option);
        }

        foreach (var option in NotConnected)
        {
            option.Hidden = true;
            command.Options.Add(option);
        }
    }

    /// <exception cref="UsageException">Options are missing, don't go together or can't be read.</exception>
    public AnalyzeRequest Read(ParseResult result)
    {
        RequireOneForm(result);
        return new()
        {
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
            Alpha = OptionValue.Number(_alpha.Name, result.GetValue(_alpha), above: 0, below: 1) ?? 0.05,
            SmallestEffectPercent = OptionValue.Number(_smallestEffect.Name, result.GetValue(_smallestEffect), above: 0, below: 1000),
            Correction = result.GetValue(_correction) switch { "bh" => CorrectionMethod.BenjaminiHochberg, "none" => CorrectionMethod.None, _ => CorrectionMethod.Holm },
            Output = result.GetValue(_output),
        };
    }

    private void RequireOneForm(ParseResult result)
    {
        if (NotConnected.FirstOrDefault(o => IsGiven(result, o)) is { } missing)
        {
            throw new UsageException("CLI002", $"{missing.Name} is not available", "analyse a table with --data, or counts with --counts");
        }

        if (IsGiven(result, _data) == IsGiven(result, _counts))
        {
            throw new UsageException(
                "CLI002",
                IsGiven(result, _data) ? "--data and --counts don't go together" : "nothing to analyse is named",
                "give --data FILE --arm COLUMN --control VALUE --metrics a,b, or give --counts FILE --control VALUE");
        }

        var foreign = OfTables.Where(o => IsGiven(result, o)).Select(o => o.Name).ToList();
        if (IsGiven(result, _counts) && foreign.Count > 0)
        {
            throw new UsageException("CLI002", $"{string.Join(", ", foreign)} can't be used with --counts", "leave them out, or analyse the customers themselves with --data");
        }

        if (IsGiven(result, _data))
        {
            List<string> needed =
            [
                .. IsGiven(result, _arm) ? Array.Empty<string>() : ["--arm COLUMN"],
                .. OptionValue.Names([.. result.GetValue(_metrics) ?? [], .. result.GetValue(_numericMetrics) ?? []]).Count > 0 ? Array.Empty<string>() : ["--metrics a,b or --numeric-metrics c"],
            ];
            if (needed.Count > 0)
            {
                throw new UsageException("CLI002", "--data does not say enough", $"add {string.Join(" and ", needed)}");
            }
        }
    }

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
