using System.Security.Cryptography;
using System.Text;

namespace SkOrchestrator.Data.Assignment;

/// <summary>
/// Splits a whole number of customers by weights with the method of the largest remainder: nobody is lost, every arm is less than one
/// customer away from its exact share, and equal weights differ by at most 1.
/// </summary>
internal static class Allocation
{
    /// <summary>How many customers each arm gets; the counts add up to <paramref name="customers"/>.</summary>
    /// <param name="customers">Customers to split.</param>
    /// <param name="weights">Positive numbers, 0 for an arm that gets nobody.</param>
    /// <param name="firstInLine">The arm that is served first where remainders are equal.</param>
    public static IReadOnlyList<long> Split(long customers, IReadOnlyList<double> weights, int firstInLine)
    {
        var total = weights.Sum(weight => (decimal)weight);
        if (weights.Any(weight => weight < 0) || total <= 0)
        {
            throw new ArgumentException("weights must be 0 or more, and one above 0", nameof(weights));
        }

        var exact = weights.Select(weight => customers * (decimal)weight / total).ToArray();
        var counts = exact.Select(share => (long)decimal.Floor(share)).ToArray();
        var left = (int)(customers - counts.Sum());
        var next = Enumerable.Range(0, weights.Count)
            .OrderByDescending(arm => decimal.Round(exact[arm] - counts[arm], 12))
            .ThenBy(arm => (arm - firstInLine + weights.Count) % weights.Count)
            .Take(left);
        foreach (var arm in next)
        {
            counts[arm]++;
        }

        return counts;
    }

    /// <summary>An arm that depends on the segment, so that the odd customer does not always go to the same arm.</summary>
    public static int FirstInLine(string segment, string experimentId, int arms) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{experimentId}|{segment}"))[0] % arms;
}
