using Microsoft.Extensions.Logging;
using SkOrchestrator.Logging;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Campaign;

/// <summary>Runs the steps one after the other, keeps <c>run.json</c> up to date, and says how the run ended.</summary>
internal sealed class CampaignRunner(IReadOnlyList<ICampaignStep> steps, CampaignContext context, TimeProvider clock, ILogger logger)
{
    private readonly List<RunStep> _done = [];

    /// <summary>Runs the campaign and returns the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var total = steps.Sum(s => s.Names.Count);
        try
        {
            await context.Display.ShowAsync(async () =>
            {
                foreach (var step in steps)
                {
                    await RunStepAsync(step, total, cancellationToken);
                }
            });
            Finish("finished");
            return ExitCodeOf();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            SkipTheRest();
            Finish("stopped");
            throw;
        }
        catch (Exception)
        {
            SkipTheRest();
            Finish("failed");
            throw;
        }
    }

    private async Task RunStepAsync(ICampaignStep step, int total, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var number = _done.Count + 1;
        var startedAt = clock.GetUtcNow();
        var start = clock.GetTimestamp();
        var name = step.Names[0];
        context.Display.StepStarted(number, total, name);
        Log.StepStarted(logger, name);
        StepOutcome outcome;
        try
        {
            outcome = await step.RunAsync(context, cancellationToken);
        }
        catch (Exception exception)
        {
            var status = exception is OperationCanceledException ? "stopped" : "failed";
            Record(new RunStep(name, status, startedAt, clock.GetElapsedTime(start).TotalMilliseconds), total);
            if (status == "failed")
            {
                Log.StepFailed(logger, exception, name);
            }

            throw;
        }

        var parts = outcome.Parts ?? [new RunStep(name, outcome.Status, startedAt, clock.GetElapsedTime(start).TotalMilliseconds, outcome.Detail)];
        foreach (var part in parts)
        {
            Record(part, total);
        }
    }

    private void Record(RunStep step, int total)
    {
        var rounded = step with { DurationMs = Math.Round(step.DurationMs, 1) };
        _done.Add(rounded);
        context.Display.StepEnded(_done.Count, total, rounded);
        Log.StepFinished(logger, step.Name, step.Status, step.Detail, rounded.DurationMs);
        Save("running");
    }

    private void SkipTheRest()
    {
        var recorded = _done.Select(s => s.Name).ToHashSet();
        var now = clock.GetUtcNow();
        _done.AddRange(steps.SelectMany(s => s.Names).Where(n => !recorded.Contains(n)).Select(n => new RunStep(n, "skipped", now, 0)));
    }

    private void Finish(string status)
    {
        context.Manifest = context.Manifest with { FinishedAt = clock.GetUtcNow() };
        Save(status);
        var usage = context.Manifest.Usage;
        var runtime = context.Manifest.FinishedAt.GetValueOrDefault() - context.Manifest.StartedAt;
        Log.RunFinished(
            logger, status, Math.Round(runtime.TotalMilliseconds), usage.ModelCalls, usage.InputTokens, usage.OutputTokens, usage.CostUsd, usage.SearchCalls, usage.SafetyCalls);
    }

    private void Save(string status)
    {
        context.Manifest = context.Manifest with { Status = status, Steps = [.. _done], Funnel = context.Funnel };
        ManifestFile.Write(context.Directory.Manifest, context.Manifest);
    }

    private int ExitCodeOf() => context.Design.Segments.Count == 0 ? ExitCode.NothingApproved
        : context.IsPartial ? ExitCode.Partial
        : ExitCode.Done;
}
