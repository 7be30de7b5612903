using SkOrchestrator.Messages;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Agents.Invocation;

/// <summary>Adds up what all calls used.</summary>
internal sealed class UsageMeter
{
    private readonly Lock _gate = new();
    private RunUsage _total = new(0, 0, 0, 0, 0, 0);

    public RunUsage Total
    {
        get
        {
            lock (_gate)
            {
                return _total;
            }
        }
    }

    public void AddModelCall(ModelUsage usage) => Add(t => t with
    {
        ModelCalls = t.ModelCalls + 1,
        InputTokens = t.InputTokens + usage.InputTokens,
        OutputTokens = t.OutputTokens + usage.OutputTokens,
        CostUsd = t.CostUsd + usage.CostUsd,
    });

    public void AddSearchCall() => Add(t => t with { SearchCalls = t.SearchCalls + 1 });

    public void AddSafetyCall() => Add(t => t with { SafetyCalls = t.SafetyCalls + 1 });

    private void Add(Func<RunUsage, RunUsage> change)
    {
        lock (_gate)
        {
            _total = change(_total);
        }
    }
}
