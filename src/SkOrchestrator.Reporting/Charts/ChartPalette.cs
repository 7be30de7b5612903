using ScottPlot;

namespace SkOrchestrator.Reporting.Charts;

/// <summary>Colours that people with any colour vision can tell apart (Okabe and Ito). An arm keeps its colour in all charts.</summary>
internal static class ChartPalette
{
    /// <summary>Bars whose interval covers zero.</summary>
    public static readonly Color Unclear = Color.FromHex("#D5D9DD");

    /// <summary>Text and axes.</summary>
    public static readonly Color Ink = Color.FromHex("#1F2933");

    /// <summary>Quiet text and lines.</summary>
    public static readonly Color Quiet = Color.FromHex("#7B8794");

    /// <summary>Grid lines.</summary>
    public static readonly Color Grid = Color.FromHex("#E9ECEF");

    /// <summary>The stamp.</summary>
    public static readonly Color Stamp = Color.FromHex("#D55E00");

    private static readonly Color Control = Color.FromHex("#7B8794");

    private static readonly Color All = Color.FromHex("#56B4E9");

    private static readonly Color[] Treatments =
        [Color.FromHex("#0072B2"), Color.FromHex("#E69F00"), Color.FromHex("#009E73"), Color.FromHex("#CC79A7"), Color.FromHex("#F0E442")];

    /// <summary>The colour of a series; arms are known by their short names C, T1, T2 …, All.</summary>
    public static Color Of(ChartSeries series, int index) => series.ShortName switch
    {
        "C" => Control,
        "All" => All,
        ['T', var digit and >= '1' and <= '9'] => Treatments[(digit - '1') % Treatments.Length],
        _ => Treatments[index % Treatments.Length],
    };
}
