namespace SkOrchestrator.Secrets;

/// <summary>Looks secrets up by name: environment variables or a key vault.</summary>
public interface ISecretSource
{
    /// <summary>The secret, or null when there is none.</summary>
    Task<string?> FindAsync(string name, CancellationToken cancellationToken);
}
