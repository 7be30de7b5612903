using System.Text.RegularExpressions;
using SkOrchestrator.Configuration;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Loading;

/// <summary>Brings the header of a file and the described columns together.</summary>
internal static partial class ColumnPlan
{
    public const string IdColumn = "customer_id";

    /// <summary>A file may have so many columns; what is done with each of them takes time and memory.</summary>
    public const int MostColumns = 300;

    private const int LongestName = 100;

    private static readonly string[] OwnNames = ["row_number", "line", "unit", "address_key", "address_state"];

    private static readonly ColumnRole[] Dispensable = [ColumnRole.Label, ColumnRole.Baseline, ColumnRole.Ignore, ColumnRole.Personal];

    /// <summary>The columns with the roles that are known from the configuration and from names alone.</summary>
    public static IReadOnlyList<FileColumn> Make(
        string path, IReadOnlyList<string> header, SegmentationOptions options, string? armColumn, ICollection<string> notes)
    {
        if (header.Count > MostColumns)
        {
            throw InputProblem.TooManyColumns(path, header.Count);
        }

        var names = header.Select((name, index) => Plain(name) is { Length: > 0 } plain ? plain : $"column_{index + 1}").ToList();
        if (!names.Contains(IdColumn))
        {
            throw InputProblem.MissingColumn(path, IdColumn, names);
        }

        if (armColumn is not null && !names.Contains(armColumn))
        {
            throw InputProblem.MissingArmColumn(path, armColumn, names);
        }

        Check(path, names, options, notes);
        var described = options.Columns.ToDictionary(column => column.Column, StringComparer.Ordinal);
        var taken = names.Concat(OwnNames).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var columns = new List<FileColumn>();
        foreach (var (index, name) in names.Index())
        {
            var tableName = OwnNames.Contains(name, StringComparer.OrdinalIgnoreCase) ? Free($"{name}_in_file", taken) : name;
            if (tableName != name)
            {
                notes.Add($"The column {name} is called {tableName} in the tables, because {name} is taken.");
            }

            var role = Known(name, described, armColumn);
            columns.Add(new FileColumn(index, name, tableName, role is null ? null : role with { Column = tableName, Name = role.Name }));
        }

        return ColumnInference.ByName(columns);
    }

    /// <summary>The name as it can be printed: without control characters and marks that turn the direction of writing round, not too long.</summary>
    private static string Plain(string name)
    {
        var text = Controls().Replace(name, " ").Trim();
        return text.Length <= LongestName ? text : text[..LongestName].Trim();
    }

    private static ColumnOptions? Known(string name, Dictionary<string, ColumnOptions> described, string? armColumn)
    {
        if (name == IdColumn)
        {
            return new ColumnOptions(name, ColumnRole.Id);
        }

        return name == armColumn ? new ColumnOptions(name, ColumnRole.Ignore) : described.GetValueOrDefault(name);
    }

    private static void Check(string path, IReadOnlyList<string> names, SegmentationOptions options, ICollection<string> notes)
    {
        var problems = names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => InputProblem.DoubleColumn(path, group.Key))
            .ToList();
        var missing = options.Columns.Where(column => !names.Contains(column.Column) && column.Role != ColumnRole.Id).ToLookup(column => Dispensable.Contains(column.Role));
        foreach (var column in missing[true])
        {
            notes.Add($"The column {column.Column} ({column.Role.ToString().ToLowerInvariant()}) is described but not in the file; the run goes on without it.");
        }

        if (missing[false].Any())
        {
            problems.Add(InputProblem.ConfiguredColumnsMissing(path, [.. missing[false]], names, options.Audiences.Keys));
        }

        if (problems.Count > 0)
        {
            throw new InvalidInputException(problems);
        }
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = $"{name}_{number}";
        }

        return free;
    }

    [GeneratedRegex(@"[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]+", RegexOptions.CultureInvariant)]
    private static partial Regex Controls();
}
