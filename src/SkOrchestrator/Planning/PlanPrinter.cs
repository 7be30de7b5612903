using System.Globalization;
using System.Text.Json;
using SkOrchestrator.Commands;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Planning;

/// <summary>Prints a plan: as tables, as one JSON document, or as one line.</summary>
internal sealed class PlanPrinter(TextWriter data, OutputSettings output)
{
    public void Print(PlanOutcome plan)
    {
        if (output.Json)
        {
            data.WriteLine(JsonSerializer.Serialize(PlanDocument.Of(plan), RunJson.Document));
        }
        else if (output.Quiet)
        {
            data.WriteLine(Line(plan));
        }
        else
        {
            new PlanTable(data, output.NoColor).Print(plan);
        }
    }

    private static string Line(PlanOutcome plan)
    {
        var lift = plan.Primary.DetectableLiftPercent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent:0.#} %") : "not estimable";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Audience.Funnel.Assigned} customers, {plan.Audience.SmallestArm} in the smallest arm, detectable lift of {plan.Primary.Metric} {lift}, {plan.Calls.Least}-{plan.Calls.Most} model calls, {plan.Calls.CostUsdMost:0.00} USD")
            + (plan.Lock is { } status ? $", {status.Status.Replace('_', ' ')} {status.Path}" : string.Empty);
    }
}
