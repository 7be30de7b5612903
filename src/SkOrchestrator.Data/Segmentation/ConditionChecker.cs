using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration.Yaml;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>Tries every SQL condition of the configuration against the customers before anything rests on it.</summary>
internal sealed partial class ConditionChecker(DuckDBConnection connection, SegmentationOptions options)
{
    private readonly List<string> _columns = connection.Query("SELECT column_name FROM (DESCRIBE eligible)", r => r.GetString(0));

    /// <summary>Throws with every condition that can't be used.</summary>
    public void Check()
    {
        var conditions = options.Audiences.Select(a => (Owner: $"audience {a.Key}", Condition: a.Value));
        var problems = new List<Diagnostic>();
        if (options.Strategy == SegmentationStrategy.Rules)
        {
            conditions = conditions.Concat(options.Rules.SelectMany(r => r.Conditions.Select(c => (Owner: $"rule {r.Label}", Condition: c.When))));
            problems.AddRange(options.Rules.Where(r => r.Conditions.Count == 0).Select(r => NoConditions($"The rule {r.Label} has no conditions.")));
            problems.AddRange(options.Rules.Count == 0 ? [NoConditions("The strategy is rules, but there are no rules.")] : Array.Empty<Diagnostic>());
        }

        problems.AddRange(conditions.Select(c => Problem(c.Owner, c.Condition)).OfType<Diagnostic>());
        if (problems.Count > 0)
        {
            throw new InvalidInputException(problems);
        }
    }

    private Diagnostic NoConditions(string message) =>
        new("SEG004", message, options.File, Expected: "rules with at least one condition", Fix: "Add rules with conditions, or set strategy: clustering.");

    private Diagnostic? Problem(string owner, string condition)
    {
        if (SqlConditionReader.Refusal(condition) is { } refusal)
        {
            return new(
                "SEG001", $"The condition of {owner} {refusal}.", options.File, Found: condition, Expected: "one SQL expression over the customer columns",
                Fix: "Write a comparison such as tier = 'gold'.");
        }

        try
        {
            var type = connection.Query($"SELECT column_type FROM (DESCRIBE SELECT ({condition}) AS condition FROM eligible)", r => r.GetString(0)).Single();
            connection.Query(SegmentationSql.Script("segment_condition", ("condition", condition)), r => r.GetInt64(0));
            return type == "BOOLEAN" ? null : new(
                "SEG003", $"The condition of {owner} is neither true nor false.", options.File, Found: $"{condition} ({type})",
                Expected: "a comparison", Fix: "Compare it with a value, such as orders >= 6.");
        }
        catch (DuckDBException exception)
        {
            return Unusable(owner, condition, exception.Message);
        }
    }

    private Diagnostic Unusable(string owner, string condition, string message)
    {
        var unknown = UnknownColumn().Match(message);
        if (unknown.Success)
        {
            var name = unknown.Groups["name"].Value;
            return new(
                "SEG002", $"The condition of {owner} names a column that does not exist: {name}.", options.File, Found: condition,
                Expected: $"one of {string.Join(", ", _columns)}",
                Fix: Spelling.DidYouMean(name, _columns, "use one of the columns; personal columns can't be used"));
        }

        // Other messages may quote a customer's value, so they are not passed on.
        var isAboutTheText = message.StartsWith("Parser Error", StringComparison.Ordinal) || message.StartsWith("Binder Error", StringComparison.Ordinal)
            || message.StartsWith("Catalog Error", StringComparison.Ordinal);
        var detail = isAboutTheText ? message.Split('\n')[0] : "it fails for at least one customer";
        return new(
            "SEG003", $"The condition of {owner} can't be evaluated: {detail}", options.File, Found: condition,
            Expected: "one SQL expression that is true or false for every customer", Fix: "Correct the condition; try_cast turns what is no number into null.");
    }

    [GeneratedRegex("Referenced (?:column|table) \"(?<name>[^\"]+)\" not found")]
    private static partial Regex UnknownColumn();
}
