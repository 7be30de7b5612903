using System.Globalization;
using SkOrchestrator.Terminal;
using Spectre.Console;

namespace SkOrchestrator.Planning;

/// <summary>The plan as tables and a small chart; plain when piped.</summary>
internal sealed class PlanTable(TextWriter data, bool noColor)
{
    private readonly Screen _screen = new(data, noColor);

    public void Print(PlanOutcome plan)
    {
        _screen.Say($"Plan of {plan.Experiment.Id}, seed {plan.Experiment.Seed}, provider {plan.Provider}, before anything is spent: no model was asked, nobody is mailed.");
        _screen.Say(Funnel(plan));
        _screen.Line();
        _screen.Write(Segments(plan));
        _screen.Line();
        _screen.Write(Metrics(plan));
        _screen.Say($"Power: chance to find a true lift, two-sided, at alpha {Number(plan.Experiment.Alpha)} / {plan.Arms.Count - 1} treatments. Detectable: the smallest lift found with 80 % power.");
        foreach (var metric in plan.Metrics.Where(m => m.NotEstimable is not null))
        {
            _screen.Say($"{metric.Metric}: {metric.NotEstimable}.");
        }

        foreach (var line in PowerChart.Lines(plan.Primary, plain: !_screen.IsTerminal))
        {
            _screen.Line(line);
        }

        _screen.Line();
        foreach (var (index, advice) in plan.Advice.Index())
        {
            _screen.Say(index == 0 && plan.IsTooSmall ? $"Warning: {advice}" : advice);
        }

        _screen.Say(Calls(plan.Calls));
        if (plan.Backtest is { } backtest)
        {
            BacktestText.Of(backtest).ToList().ForEach(_screen.Say);
        }

        End(plan);
    }

    private void End(PlanOutcome plan)
    {
        _screen.Line();
        if (plan.Lock is { Difference: { } difference })
        {
            _screen.Say($"Warning: {difference}");
        }

        if (plan.Lock is { Difference: null } status)
        {
            _screen.Say(status.Status == PlanLockStatus.AlreadyLocked
                ? $"This plan is already locked since {Time(status.Plan.LockedAt)}: {status.Path}"
                : $"Locked: {status.Path}");
            _screen.Say($"No verdict before {Time(status.Plan.EndsAt)}. Seal: {status.Plan.Sha256}");
            _screen.Say($"Next:   {ProgramName.Current} run (with the same options)");
        }
        else
        {
            _screen.Say($"Nothing was written to disk. Next: {ProgramName.Current} plan --lock (with the same options)");
        }
    }

    private static string Funnel(PlanOutcome plan)
    {
        var funnel = plan.Audience.Funnel;
        var excluded = string.Join(", ", funnel.Excluded.Where(e => e.Value > 0).Select(e => $"{e.Key} {Count(e.Value)}"));
        return $"Audience: {Count(funnel.Rows)} rows, {Count(funnel.Rejected)} rejected, {Count(funnel.Loaded)} loaded"
            + (excluded.Length > 0 ? $"; left out: {excluded}" : string.Empty)
            + $"; held out {Count(funnel.HeldOut)}; {Count(funnel.Assigned)} to be assigned";
    }

    private Table Segments(PlanOutcome plan)
    {
        var table = _screen.NewTable().AddColumn("Segment");
        foreach (var heading in plan.Arms.Select(a => a.Value).Prepend("Customers"))
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach (var segment in plan.Audience.Segments)
        {
            Row(table, segment.Label, [plan.Arms.Sum(a => plan.Audience.SizeOf(segment.SegmentId, a)), .. plan.Arms.Select(a => plan.Audience.SizeOf(segment.SegmentId, a))]);
        }

        Row(table, "All segments", [plan.Audience.Funnel.Assigned, .. plan.Arms.Select(plan.Audience.SizeOf)]);
        return table;

        static void Row(Table table, string label, IEnumerable<long> counts) =>
            table.AddRow([new Text(PlainText.Of(label)), .. counts.Select(c => new Text(Count(c)))]);
    }

    private Table Metrics(PlanOutcome plan)
    {
        var table = _screen.NewTable().AddColumn("Metric and baseline");
        table.AddColumn(new TableColumn("Days").RightAligned());
        table.AddColumn(new TableColumn("Detectable\nlift").RightAligned().NoWrap());
        table.AddColumn(new TableColumn($"Power at\n+{Number(plan.Primary.SmallestEffectPercent)}%").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Control needs\nfor a lift of").RightAligned().NoWrap());
        foreach (var m in plan.Metrics)
        {
            table.AddRow(
                new Text($"{(m.IsPrimary ? $"{m.Metric} (primary)" : m.Metric)}\n{PlainText.Of(Baseline(m))}"),
                new Text(Number(m.WindowDays)),
                new Text(m.DetectableLiftPercent is { } lift ? string.Create(CultureInfo.InvariantCulture, $"+{lift:0.#}%") : "–"),
                new Text(m.Achieved is { } power ? string.Create(CultureInfo.InvariantCulture, $"{power * 100:0}%") : "–"),
                new Text(m.Needed.Count == 0 ? "–" : string.Join('\n', m.Needed.Select(n => $"+{Number(n.LiftPercent)}%: {(n.Control is { } control ? Count(control) : "–"),9}"))));
        }

        return table;
    }

    private static string Baseline(PlannedMetric metric) => metric.Baseline is not { } b ? "–"
        : (b.StandardDeviation is { } sd
            ? string.Create(CultureInfo.InvariantCulture, $"{b.Mean:0.00} ± {sd:0.00}")
            : string.Create(CultureInfo.InvariantCulture, $"{b.Mean * 100:0.##}%"))
        + b.Source switch
        {
            BaselineSource.Assumed => $", assumed ({b.Name})",
            BaselineSource.LabelColumn => $", past mail ({b.Name}, {Count(b.Customers ?? 0)} customers)",
            _ => $", history ({b.Name}, {Count(b.Customers ?? 0)} customers)",
        };

    private static string Calls(CallEstimate calls) => string.Create(
        CultureInfo.InvariantCulture,
        $"Model calls: {calls.Least:N0} to {calls.Most:N0}; cost {calls.CostUsdLeast:0.00} to {calls.CostUsdMost:0.00} USD. {calls.Note}");

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
