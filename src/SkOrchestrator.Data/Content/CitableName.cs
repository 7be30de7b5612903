using SkOrchestrator.Data.Configuration.Yaml;

namespace SkOrchestrator.Data.Content;

/// <summary>Titles and headings stand in citations, <c>[Source: Title, Section]</c>, where brackets would end the citation.</summary>
internal static class CitableName
{
    /// <summary>The name as citations can hold it: brackets become parentheses. A comma stays, and is noted.</summary>
    public static string Of(string name, string file, long? line, string key, ContentNotes notes)
    {
        if (name.AsSpan().IndexOfAny('[', ']') >= 0)
        {
            notes.Repair(file, line, key, ProblemKind.Format, name, "no brackets; parentheses are used");
        }
        else if (name.Contains(','))
        {
            notes.Ignore(file, line, key, ProblemKind.Format, name, "better without a comma, which parts title and section in a citation");
        }

        return name.Replace('[', '(').Replace(']', ')');
    }
}
