using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>
/// The public e-mail test of Kevin Hillstrom (MineThatData E-Mail Analytics Challenge, 2008), counted by columns that were known before sending: customers,
/// visits, conversions, sum of spend and sum of its squared deviations.
/// </summary>
internal static class HillstromData
{
    private const string Counts = """
        womens 0 Mens 9558 1615 110 13172.47 3032104.432401936
        womens 0 No 9638 962 53 6702.52 1503990.0021973434
        womens 0 Womens 9622 1067 59 9369.72 2393786.7224501763
        womens 1 Mens 11749 2279 157 17139.22 3683763.8991463976
        womens 1 No 11668 1300 69 7205.81 1356949.156217372
        womens 1 Womens 11765 2171 130 13668.39 2492656.0810516267
        newbie 0 Mens 10621 2247 148 16072.94 3490820.4716416164
        newbie 0 No 10611 1419 82 9925.0 2096488.868974347
        newbie 0 Womens 10624 1847 92 11147.84 2353781.0691012046
        newbie 1 Mens 10686 1647 119 14238.75 3224907.897426363
        newbie 1 No 10695 843 40 3983.33 762794.5605146891
        newbie 1 Womens 10763 1391 97 11890.27 2532832.392722978
        zip_code Rural Mens 3243 736 44 4937.91 1000037.1055583716
        zip_code Rural No 3139 482 26 2408.04 335974.363952915
        zip_code Rural Womens 3181 581 37 4077.97 714711.4924623705
        zip_code Surburban Mens 9501 1647 118 13997.73 3285720.531948974
        zip_code Surburban No 9625 953 48 6443.38 1504244.2087039577
        zip_code Surburban Womens 9650 1427 73 8169.82 1819856.5187282488
        zip_code Urban Mens 8563 1511 105 11376.05 2430012.2786454745
        zip_code Urban No 8542 827 48 5056.91 1020677.3075477522
        zip_code Urban Womens 8556 1230 79 10790.32 2351125.9082665727
        channel Multichannel Mens 2577 545 44 4702.69 906102.3623814512
        channel Multichannel No 2606 335 18 1604.62 256041.8789206447
        channel Multichannel Womens 2579 453 36 4573.28 1146966.4218138813
        channel Phone Mens 9240 1504 100 11166.79 2358124.1736532366
        channel Phone No 9327 813 50 6010.81 1273171.4569808508
        channel Phone Womens 9454 1246 67 8290.46 1569106.9024744665
        channel Web Mens 9490 1845 123 14442.21 3450742.141160265
        channel Web No 9373 1114 54 6292.9 1331750.3496972152
        channel Web Womens 9354 1539 86 10174.37 2168926.7523285965
        """;

    private static readonly string[][] Rows = [.. Counts.Split('\n').Select(line => line.Split(' '))];

    public static ArmId Control => ArmId.From("No E-Mail");

    /// <summary>The analysis stratified over the first column, with the others beside it.</summary>
    public static AnalysisInput Input(params string[] columns)
    {
        Breakdown[] breakdowns = [.. columns.Select(Of)];
        return new()
        {
            Experiment = new()
            {
                Id = "hillstrom",
                Arms = [new(ArmId.From("Mens E-Mail"), "mens"), new(ArmId.From("Womens E-Mail"), "womens")],
                Weights = new Dictionary<ArmId, double>(),
                Primary = "visit",
                Metrics = ["visit", "conversion", "spend"],
            },
            Source = EngagementSource.Imported,
            ArmsWereSent = true,
            Control = Control,
            NumericMetrics = new HashSet<string> { "spend" },
            StratifiedBy = breakdowns[0].By,
            Design = breakdowns[0].Design,
            Cells = breakdowns[0].Cells,
            Breakdowns = breakdowns[1..],
        };
    }

    private static Breakdown Of(string column)
    {
        string[][] rows = [.. Rows.Where(r => r[0] == column)];
        ArmShare[] arms = [.. new[] { "No", "Mens", "Womens" }.Select(a => new ArmShare(Arm(a), VariantId.From(a), 1 / 3.0))];
        return new(
            column,
            new([.. rows.Select(r => Segment(r)).Distinct().Select(s => new SegmentArms(s, arms))], []),
            [.. rows.SelectMany(r => new[] { Cell(r, "visit", 4), Cell(r, "conversion", 5), Spend(r) })]);
    }

    private static SegmentId Segment(string[] row) => SegmentId.From($"{row[0]}={row[1]}");

    private static ArmId Arm(string name) => ArmId.From($"{name} E-Mail");

    private static CellSummary Cell(string[] row, string metric, int column) =>
        CellSummary.Rate(Segment(row), Arm(row[2]), metric, (long)Number(row[column]), (long)Number(row[3]));

    private static CellSummary Spend(string[] row) => new(Segment(row), Arm(row[2]), "spend", (long)Number(row[3]), Number(row[6]), Number(row[7]));

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
