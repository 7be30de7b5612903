using System.Globalization;
using System.Text.Json;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Calibration;

/// <summary>
/// Type-I error of the tests and coverage of the intervals, by complete enumeration, against Reference/statistics-operating-characteristics.json, which was
/// computed by other code.
/// </summary>
public sealed class OperatingCharacteristicsTests
{
    private const double Alpha = 0.05;
    private const double Agreement = 1e-9;

    private static readonly JsonElement Reference = Load();

    private static readonly Dictionary<string, string> Tests = new()
    {
        ["pooled z / chi2"] = "z",
        ["unpooled z (Wald)"] = "unpooled",
        ["chi2 Yates"] = "Yates",
        ["Fisher"] = "Fisher",
        ["Fisher mid-p"] = "Fisher mid-p",
    };

    private static readonly Dictionary<string, Func<Stratum, Estimated<Bounds>>> Intervals = new()
    {
        ["diff Wald"] = Kernels.DifferenceIntervals["Wald"],
        ["diff Newcombe"] = Kernels.DifferenceIntervals["Newcombe"],
        ["diff Agresti-Caffo"] = Kernels.DifferenceIntervals["Agresti–Caffo"],
        ["diff Miettinen-Nurminen"] = Kernels.DifferenceIntervals["Miettinen–Nurminen"],
        ["lift Katz (undefined counted as miss)"] = Kernels.RatioIntervals["Katz"],
        ["lift Koopman score"] = Kernels.RatioIntervals["Koopman"],
    };

    public static TheoryData<string> TypeISettings => [.. Reference.GetProperty("typeI").EnumerateObject().Select(s => s.Name)];

    public static TheoryData<string> CoverageSettings => [.. Reference.GetProperty("coverage").EnumerateObject().Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(TypeISettings))]
    [Requirement("5.7")]
    public void Tests_err_as_often_as_the_reference_says(string setting)
    {
        (int control, int treatment, double[] rates) = Parse(setting);
        foreach ((string name, string kernel) in Tests)
        {
            double errs = BinomialLaw.Share(control, treatment, rates[0], rates[0], arms => Kernels.Tests[kernel](arms).OrNull()?.PValue < Alpha);
            Assert.Equal(Reference.GetProperty("typeI").GetProperty(setting).GetProperty(name).GetDouble(), errs, Agreement);
        }
    }

    [Theory]
    [MemberData(nameof(CoverageSettings))]
    [Requirement("5.8")]
    public void Intervals_cover_as_often_as_the_reference_says(string setting)
    {
        (int control, int treatment, double[] rates) = Parse(setting);
        foreach ((string name, Func<Stratum, Estimated<Bounds>> interval) in Intervals)
        {
            double truth = name.StartsWith("diff", StringComparison.Ordinal) ? rates[1] - rates[0] : rates[1] / rates[0];
            double covered = BinomialLaw.Share(control, treatment, rates[0], rates[1], arms => interval(arms).OrNull() is Bounds b && b.Low <= truth && truth <= b.High);
            Assert.Equal(Reference.GetProperty("coverage").GetProperty(setting).GetProperty(name).GetDouble(), covered, Agreement);
        }
    }

    /// <summary>Reads "30v300 p1=0.1 p2=0.15".</summary>
    private static (int Control, int Treatment, double[] Rates) Parse(string setting)
    {
        string[] words = setting.Split(' ');
        int[] sizes = [.. words[0].Split('v').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
        return (sizes[0], sizes[1], [.. words.Skip(1).Select(w => double.Parse(w.Split('=')[1], CultureInfo.InvariantCulture))]);
    }

    private static JsonElement Load()
    {
        using Stream stream = typeof(OperatingCharacteristicsTests).Assembly.GetManifestResourceStream("statistics-operating-characteristics.json")!;
        return JsonDocument.Parse(stream).RootElement;
    }
}
