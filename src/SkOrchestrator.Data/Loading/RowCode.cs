namespace SkOrchestrator.Data.Loading;

/// <summary>Stable codes of what can be wrong with one row.</summary>
internal static class RowCode
{
    /// <summary>Too few or too many fields.</summary>
    public const string FieldCount = "CSV004";

    /// <summary>Not a finite number.</summary>
    public const string NotANumber = "CSV011";

    /// <summary>Neither yes nor no.</summary>
    public const string NotYesOrNo = "CSV012";

    /// <summary>No customer id.</summary>
    public const string NoId = "CSV013";

    /// <summary>A second row of a customer id.</summary>
    public const string SecondRow = "CSV014";

    /// <summary>A quote that is not closed, or text after one.</summary>
    public const string Quote = "CSV015";

    /// <summary>The customer id is an e-mail address, which must not be written anywhere.</summary>
    public const string PersonalId = "CSV016";

    /// <summary>An e-mail address in a column that is not personal.</summary>
    public const string PersonalText = "CSV018";

    /// <summary>A customer id that is too long or holds control characters.</summary>
    public const string UnusableId = "CSV023";

    /// <summary>Texts of a column that were cut.</summary>
    public const string LongText = "CSV024";

    /// <summary>Texts of a column whose control characters were replaced.</summary>
    public const string ControlCharacters = "CSV025";
}
