namespace SkOrchestrator.Terminal;

/// <summary>How the program is called from where the user stands, for commands that can be copied.</summary>
internal static class ProgramName
{
    public static string Current => Directory.Exists(Path.Combine("src", "SkOrchestrator"))
        ? "dotnet run --project src/SkOrchestrator -c Release --"
        : "orchestrator";
}
