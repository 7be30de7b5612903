namespace SkOrchestrator.Diagnostics;

/// <summary>Input or configuration that the run can't start or go on with; carries every problem found, not the first. Ends in exit code 3.</summary>
public sealed class InvalidInputException : Exception
{
    /// <summary>Makes the exception of all problems found.</summary>
    public InvalidInputException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join(Environment.NewLine, diagnostics.Select(d => $"{d.Code}: {d.Message}"))) => Diagnostics = diagnostics;

    /// <summary>Makes the exception of one problem.</summary>
    public InvalidInputException(Diagnostic diagnostic)
        : this([diagnostic])
    {
    }

    /// <summary>The problems, in file order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
