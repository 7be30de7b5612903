using System.Collections;
using System.Text.Json;

namespace SkOrchestrator.Statistics;

/// <summary>Compares a computed value with an expected one, element by element.</summary>
internal static class ReferenceAssert
{
    public static bool Holds(JsonElement expected, object? actual, double relative, double absolute, string what) =>
        Record.Exception(() => Matches(expected, actual, relative, absolute, what)) is null;

    public static void Matches(JsonElement expected, object? actual, double relative, double absolute, string what)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Null:
                Assert.True(actual is null, $"{what}: expected no value, got {actual}");
                break;
            case JsonValueKind.True or JsonValueKind.False:
                Assert.True(actual is bool flag && flag == expected.GetBoolean(), $"{what}: expected {expected}, got {actual}");
                break;
            case JsonValueKind.String when actual is string text:
                Assert.Equal(expected.GetString(), text);
                break;
            case JsonValueKind.String:
                double infinity = expected.GetString() == "Infinity" ? double.PositiveInfinity : double.NegativeInfinity;
                Assert.True(actual is double d && d.Equals(infinity), $"{what}: expected {expected}, got {actual}");
                break;
            case JsonValueKind.Array:
                Assert.True(actual is not null, $"{what}: expected {expected}, got nothing");
                object?[] elements = [.. ((IEnumerable)actual!).Cast<object?>()];
                Assert.Equal(expected.GetArrayLength(), elements.Length);
                for (int i = 0; i < elements.Length; i++)
                {
                    Matches(expected[i], elements[i], relative, absolute, $"{what}[{i}]");
                }

                break;
            case JsonValueKind.Object:
                Assert.True(actual is not null, $"{what}: expected {expected}, got nothing");
                var members = (IReadOnlyDictionary<string, object?>)actual!;
                foreach (JsonProperty member in expected.EnumerateObject())
                {
                    Matches(member.Value, members[member.Name], relative, absolute, $"{what}.{member.Name}");
                }

                break;
            default:
                double number = expected.GetDouble();
                double value = actual switch { double x => x, int x => x, long x => x, _ => double.NaN };
                // the absolute tolerance is for values near 0 by cancellation and for posterior chances; a tiny p-value, which is positive, must agree relatively
                bool isChance = what.Contains("prob_", StringComparison.Ordinal);
                double slack = isChance || number is <= 0 or > 1e-9 ? absolute : 0;
                Assert.True(
                    Math.Abs(value - number) <= Math.Max(slack, relative * Math.Abs(number)),
                    $"{what}: expected {number:R}, got {actual} (off by {Math.Abs(value - number) / Math.Abs(number):E1})");
                break;
        }
    }
}
