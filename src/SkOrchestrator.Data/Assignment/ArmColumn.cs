using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Assignment;

/// <summary>Reads the arms of a test that really took place from a column of the customer file.</summary>
internal static partial class ArmColumn
{
    private const int MostTreatments = 4;

    /// <exception cref="InvalidInputException">No value is recognisable as the control, several are, or there are too many or too few.</exception>
    public static ArmColumnMapping Map(DuckDBConnection connection, string file, string column)
    {
        var name = SqlScript.Identifier(column);
        var values = connection.Query(
            $"select distinct {name} from customers where {name} is not null order by 1 limit 50", row => row.GetString(0));
        var found = $"values: {string.Join(", ", values.Select(value => value.Length <= 40 ? value : value[..40]))}";
        var controls = values.Where(value => value.Equals("control", StringComparison.OrdinalIgnoreCase)).ToList();
        controls = controls.Count > 0 ? controls : [.. values.Where(value => ControlWords().IsMatch(value))];
        if (controls.Count != 1)
        {
            throw new InvalidInputException(new Diagnostic(
                "CSV031",
                $"The column {column} of {file} has {(controls.Count == 0 ? "no value that names" : "several values that name")} the control group",
                file,
                Found: found,
                Expected: "one value \"control\", or one with the word no, none or control in it",
                Fix: "rename the value of the customers who got the baseline message, or nothing, to \"control\""));
        }

        var treatments = values.Except(controls).OrderBy(value => value, StringComparer.Ordinal).ToList();
        return treatments.Count is 0 or > MostTreatments
            ? throw new InvalidInputException(new Diagnostic(
                "CSV032",
                $"The column {column} of {file} has {treatments.Count} treatments",
                file,
                Found: found,
                Expected: $"1 to {MostTreatments} treatments besides the control",
                Fix: "choose the column that says which mail was sent"))
            : new ArmColumnMapping(
                column,
                [
                    KeyValuePair.Create(controls[0], ArmId.Control),
                    .. treatments.Select((value, index) => KeyValuePair.Create(
                        value, treatments.All(NamesArm) ? ArmId.From(value.ToLowerInvariant()) : ArmId.Treatment(index + 1))),
                ],
                !NoMail().IsMatch(controls[0]));
    }

    /// <summary>Whether a value is the name of an arm, such as <c>treatment-2</c>.</summary>
    public static bool NamesArm(string value) => ArmName().IsMatch(value);

    [GeneratedRegex(@"^(control|treatment-[1-9])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ArmName();

    [GeneratedRegex(@"^\W*(none|nothing|no[\W_]*(e[\W_]*mail|mail|mailing|message|contact)?)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoMail();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(no|none|control)(?![\p{L}\p{N}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ControlWords();
}
