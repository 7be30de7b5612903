namespace SkOrchestrator.Experiment;

/// <summary>Why a customer leaves before assignment; one reason per customer, the first that applies in this order.</summary>
public static class ExclusionReason
{
    /// <summary>No consent, or an empty one.</summary>
    public const string NoConsent = "no_consent";

    /// <summary>On the suppression list.</summary>
    public const string Suppressed = "suppressed";

    /// <summary>The address can't be mailed.</summary>
    public const string InvalidAddress = "invalid_address";

    /// <summary>Another customer has the same normalised address.</summary>
    public const string DuplicateAddress = "duplicate_address";

    /// <summary>Was mailed too often lately.</summary>
    public const string FrequencyCap = "frequency_cap";

    /// <summary>Reads another language than the campaign's.</summary>
    public const string Language = "language";

    /// <summary>Lives in a country the campaign doesn't go to.</summary>
    public const string Country = "country";

    /// <summary>Not drawn into the sample.</summary>
    public const string NotSampled = "not_sampled";

    /// <summary>The customer's segment has no approved treatment.</summary>
    public const string NoApprovedVariant = "no_approved_variant";
}
