namespace SkOrchestrator.Safety;

/// <summary>Measures severities; decides nothing. The policy is <c>SafetyGate</c>.</summary>
public interface ISafetyClassifier
{
    /// <summary>The name that audit, report and logs show.</summary>
    string Name { get; }

    /// <summary>Screens all texts of a request.</summary>
    /// <param name="request">The texts.</param>
    /// <param name="cancellationToken">Cancels the screening.</param>
    Task<ScreeningResult> ScreenAsync(ScreeningRequest request, CancellationToken cancellationToken);
}
