namespace SkOrchestrator.Statistics;

/// <summary>Mantel–Haenszel estimates over strata. Strata with an empty arm are left out; all sums are doubles, since n³ overflows a long.</summary>
internal static class MantelHaenszel
{
    /// <summary>The risk difference with Sato's standard error (Sato 1989), sound with few large and with many small strata.</summary>
    public static Estimated<EffectEstimate> Difference(IReadOnlyCollection<Stratum> strata, double confidence)
    {
        if (Undefined(strata) is NotEstimable missing)
        {
            return missing;
        }

        double numerator = 0;
        double weight = 0;
        double p = 0;
        double q = 0;
        foreach (Stratum s in strata.Where(s => s.HasBothArms))
        {
            (double n1, double x1, double n2, double x2) = Cells(s);
            double n = s.Total;
            numerator += ((x2 * n1) - (x1 * n2)) / n;
            weight += n1 * n2 / n;
            p += (n2 / n * (n2 / n) * x1) - (n1 / n * (n1 / n) * x2) + (n1 / n * (n2 / n) * (n1 - n2) / 2);
            q += ((x2 * (n1 - x1)) + (x1 * (n2 - x2))) / (2 * n);
        }

        double difference = numerator / weight;
        double variance = ((difference * p) + q) / (weight * weight);
        return WithInterval(difference, Math.Sqrt(Math.Max(0, variance)), confidence);
    }

    /// <summary>The risk ratio with the variance of its logarithm by Greenland and Robins (1985).</summary>
    public static Estimated<EffectEstimate> Ratio(IReadOnlyCollection<Stratum> strata, double confidence)
    {
        if (Undefined(strata) is NotEstimable missing)
        {
            return missing;
        }

        double treated = 0;
        double control = 0;
        double variance = 0;
        foreach (Stratum s in strata.Where(s => s.HasBothArms))
        {
            (double n1, double x1, double n2, double x2) = Cells(s);
            double n = s.Total;
            treated += x2 * n1 / n;
            control += x1 * n2 / n;
            variance += (n1 / n * (n2 / n) * s.Successes) - (x1 / n * x2);
        }

        return control == 0
            ? new NotEstimable("the control rate is 0, so a relative lift is not defined")
            : LogRatio.WithInterval(treated / control, Math.Sqrt(Math.Max(0, variance) / (treated * control)), confidence);
    }

    /// <summary>The odds ratio with the variance of its logarithm by Robins, Breslow and Greenland (1986).</summary>
    public static Estimated<EffectEstimate> OddsRatio(IReadOnlyCollection<Stratum> strata, double confidence)
    {
        if (Undefined(strata) is NotEstimable missing)
        {
            return missing;
        }

        double r = 0;
        double s = 0;
        double pr = 0;
        double mixed = 0;
        double qs = 0;
        foreach (Stratum stratum in strata.Where(x => x.HasBothArms))
        {
            double n = stratum.Total;
            double concordant = stratum.Treatment.Successes * (stratum.Control.Failures / n);
            double discordant = stratum.Treatment.Failures * (stratum.Control.Successes / n);
            double p = ((double)stratum.Treatment.Successes + stratum.Control.Failures) / n;
            double q = ((double)stratum.Treatment.Failures + stratum.Control.Successes) / n;
            r += concordant;
            s += discordant;
            pr += p * concordant;
            mixed += (p * discordant) + (q * concordant);
            qs += q * discordant;
        }

        if (r == 0 || s == 0)
        {
            return new NotEstimable("a cell is empty in every stratum, so the odds ratio is 0 or infinite");
        }

        double variance = (pr / (2 * r * r)) + (mixed / (2 * r * s)) + (qs / (2 * s * s));
        return LogRatio.WithInterval(r / s, Math.Sqrt(variance), confidence);
    }

    /// <summary>Why the strata allow no estimate, or null.</summary>
    public static NotEstimable? Undefined(IReadOnlyCollection<Stratum> strata)
    {
        List<Stratum> used = [.. strata.Where(s => s.HasBothArms)];
        if (used.Count == 0)
        {
            return new NotEstimable("no segment has customers in both arms");
        }

        return used.TrueForAll(s => s.Successes == 0) ? new NotEstimable("no events in either arm") : null;
    }

    private static EffectEstimate WithInterval(double estimate, double error, double confidence)
    {
        double margin = NormalTail.CriticalValue(confidence) * error;
        return new(estimate, error, error > 0 ? new Bounds(estimate - margin, estimate + margin) : null);
    }

    private static (double N1, double X1, double N2, double X2) Cells(Stratum s) =>
        (s.Control.Trials, s.Control.Successes, s.Treatment.Trials, s.Treatment.Successes);
}
