using System.Globalization;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Configuration.Yaml;

/// <summary>Collects everything that is wrong, so that it can be said at once.</summary>
/// <param name="prefix">The first letters of the codes, such as <c>CFG</c>.</param>
internal sealed class ProblemList(string prefix)
{
    private const int LongestFound = 80;

    private readonly List<Diagnostic> _items = [];

    /// <summary>What was found wrong so far.</summary>
    public IReadOnlyList<Diagnostic> Items => _items;

    /// <summary>
    /// Adds a problem with a value of a file. A value that looks like a key or password is never repeated, whatever else is wrong
    /// with it.
    /// </summary>
    public void Add(ProblemKind kind, YamlPlace place, string message, string? found = null, string? expected = null, string? fix = null) =>
        _items.Add(new Diagnostic(Code(prefix, kind), message, place.File, place.Line, place.Column, Show(found), expected, fix ?? Fix(kind, expected)));

    /// <summary>Adds a problem that has no place in a file.</summary>
    public void Add(ProblemKind kind, string message, string? found = null, string? expected = null, string? fix = null) =>
        _items.Add(new Diagnostic(Code(prefix, kind), message, null, null, null, found, expected, fix ?? Fix(kind, expected)));

    /// <summary>The code of a kind of problem.</summary>
    public static string Code(string prefix, ProblemKind kind) => prefix + ((int)kind).ToString("000", CultureInfo.InvariantCulture);

    /// <summary>What to do where nothing better is known.</summary>
    private static string Fix(ProblemKind kind, string? expected) => kind switch
    {
        ProblemKind.Duplicate => "change or remove one of the two",
        ProblemKind.Contradiction => $"change one of the two settings{(expected is null ? string.Empty : $"; expected is {expected}")}",
        ProblemKind.OutOfRange => expected is null ? "change the value" : $"change it to {expected}",
        ProblemKind.Structure => expected is null ? "write plain keys and values" : $"write {expected}",
        ProblemKind.Missing => "add it, or correct the name",
        ProblemKind.Secret => "take it out of the file",
        _ => expected is null ? "correct the value" : $"write {expected}",
    };

    private static string? Show(string? found) => found switch
    {
        null => null,
        _ when SecretPattern.Matches(found) => $"a value of {found.Length.ToString(CultureInfo.InvariantCulture)} characters",
        { Length: > LongestFound } => found[..LongestFound] + "…",
        _ => found,
    };
}
