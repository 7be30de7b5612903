using SkOrchestrator.Configuration;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tables;

/// <summary>What can be wrong with a request before the file is looked at.</summary>
internal static class TableRequestCheck
{
    private static readonly string[] Reserved = [SegmentId.All.Value, ArmId.AnyTreatment.Value];

    /// <exception cref="InvalidInputException">Columns have two roles, or metrics reserved names; all problems at once.</exception>
    public static void Require(TableRequest request)
    {
        List<Diagnostic> problems =
        [
            .. request.Columns.GroupBy(c => c.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(TwoRoles),
            .. request.Metrics.SelectMany(m => Name(m, isNumeric: false)),
            .. request.NumericMetrics.SelectMany(m => Name(m, isNumeric: true)),
            .. request.Caps.SelectMany(cap => Cap(request, cap.Key)),
        ];
        if (problems.Count > 0)
        {
            throw new InvalidInputException(problems);
        }
    }

    private static Diagnostic TwoRoles(IGrouping<string, (string Option, string Name)> column)
    {
        var options = column.Select(c => c.Option).ToList();
        var areMetrics = options.TrueForAll(o => o is "--metrics" or "--numeric-metrics") && options.Distinct().Count() > 1;
        return new(
            TableCode.TwoRoles,
            options.Distinct().Count() == 1 ? $"{column.Key} stands twice in {options[0]}" : $"{column.Key} is named by {string.Join(" and by ", options.Distinct())}",
            Found: string.Join(", ", options.Select(o => $"{o} {column.Key}")),
            Expected: "one role for each column",
            Fix: areMetrics
                ? $"name {column.Key} in --metrics if it is yes or no per customer, in --numeric-metrics if it is a number"
                : $"name {column.Key} once");
    }

    private static IEnumerable<Diagnostic> Name(string metric, bool isNumeric)
    {
        if (Reserved.Contains(metric))
        {
            yield return new(
                TableCode.ReservedName,
                $"a metric can't be called {metric}: the word stands for all segments or all treatments",
                Found: metric,
                Expected: "another name",
                Fix: "rename the column in the file");
        }

        if (Metric.All.Concat(Metric.Guardrails).Contains(metric) && Metric.IsNumeric(metric) != isNumeric)
        {
            yield return new(
                TableCode.ReservedName,
                isNumeric ? $"{metric} is the name of a rate, yes or no per customer" : $"{metric} is the name of a number per customer",
                Found: isNumeric ? $"--numeric-metrics {metric}" : $"--metrics {metric}",
                Expected: isNumeric ? $"--metrics {metric}" : $"--numeric-metrics {metric}",
                Fix: "name it in the other option, or rename the column");
        }
    }

    private static IEnumerable<Diagnostic> Cap(TableRequest request, string metric)
    {
        if (!request.NumericMetrics.Contains(metric))
        {
            yield return new(
                TableCode.Cap,
                $"--cap names {metric}, which is not one of the numeric metrics",
                Found: metric,
                Expected: request.NumericMetrics.Count == 0 ? "a metric of --numeric-metrics" : $"one of {string.Join(", ", request.NumericMetrics)}",
                Fix: $"add --numeric-metrics {metric}, or leave the cap out");
        }
        else if (request.Columns.Any(c => c.Name == TableRequest.Capped(metric)))
        {
            yield return new(
                TableCode.ReservedName,
                $"{TableRequest.Capped(metric)} is a column that is used, and the name of {metric} with its cap",
                Found: TableRequest.Capped(metric),
                Expected: "another name",
                Fix: "leave out the cap or the column, or rename the column in the file");
        }
    }
}
