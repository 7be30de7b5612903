using SkOrchestrator.Safety;

namespace SkOrchestrator.Agents.Tests.Doubles;

/// <summary>Finds nothing, but violence in the variants named.</summary>
internal sealed class ScriptedClassifier(params string[] violent) : ISafetyClassifier
{
    public string Name => "scripted screen";

    public List<string> Screened { get; } = [];

    public Task<ScreeningResult> ScreenAsync(ScreeningRequest request, CancellationToken cancellationToken)
    {
        lock (Screened)
        {
            Screened.Add(request.VariantId.Value);
        }

        return Task.FromResult(new ScreeningResult
        {
            Screen = Name,
            Severities = Enum.GetValues<SafetyCategory>()
                .ToDictionary(c => c, c => c == SafetyCategory.Violence && violent.Contains(request.VariantId.Value) ? 7 : 0),
        });
    }
}
