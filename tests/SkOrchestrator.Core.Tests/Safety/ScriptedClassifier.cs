using SkOrchestrator.Safety;

namespace SkOrchestrator.Core.Tests.Safety;

/// <summary>Answers as told, and keeps what it was asked.</summary>
internal sealed class ScriptedClassifier(Func<ScreeningRequest, CancellationToken, Task<ScreeningResult>> answer) : ISafetyClassifier
{
    public const string ScreenName = "test screen";

    public List<ScreeningRequest> Requests { get; } = [];

    public string Name => ScreenName;

    public static ScriptedClassifier Answering(ScreeningResult result) => new((_, _) => Task.FromResult(result));

    public static ScriptedClassifier Finding(int hate = 0, int selfHarm = 0, int sexual = 0, int violence = 0) =>
        Answering(new ScreeningResult { Screen = ScreenName, Severities = Some.Severities(hate, selfHarm, sexual, violence) });

    public static ScriptedClassifier Throwing(Exception error) => new((_, _) => Task.FromException<ScreeningResult>(error));

    public Task<ScreeningResult> ScreenAsync(ScreeningRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return answer(request, cancellationToken);
    }
}
