namespace SkOrchestrator.Reporting.Sections;

/// <summary>The names of tests.</summary>
internal static class TestWords
{
    public static string Of(string test) => test switch
    {
        "chi_square" => "chi-square",
        "fisher" => "Fisher's exact test",
        "cmh" => "Cochran–Mantel–Haenszel",
        "welch_t" => "Welch's t-test",
        "freeman_halton" => "Freeman–Halton exact test",
        "logistic_lrt" => "likelihood ratio, logistic model",
        "breslow_day_tarone" => "Breslow–Day–Tarone",
        "cochran_q" => "Cochran's Q",
        "interaction_lrt" => "interaction, likelihood ratio",
        "welch_anova" => "Welch's analysis of variance",
        "none" => ReportNumber.Missing,
        _ => ReportText.Line(test).Replace('_', ' '),
    };
}
