namespace SkOrchestrator;

/// <summary>How the process ends; scripts rely on these numbers.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Unexpected = 1;
    public const int Usage = 2;
    public const int InvalidInput = 3;
    public const int NothingApproved = 4;
    public const int Partial = 5;
    public const int Cancelled = 130;
}
