namespace SkOrchestrator.Runs;

/// <summary>The command can't be carried out as it was given; exit code 2.</summary>
internal sealed class UsageException(string code, string message, string fix) : Exception(message)
{
    public string Code { get; } = code;

    public string Fix { get; } = fix;
}
