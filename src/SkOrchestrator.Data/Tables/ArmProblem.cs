using SkOrchestrator.Diagnostics;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tables;

/// <summary>What can be wrong with the arms of a file.</summary>
internal static class ArmProblem
{
    public static Diagnostic OneArm(string path, string column, IReadOnlyCollection<string> names) => new(
        TableCode.OneArm,
        $"The column {column} of {path} has one arm only, so there is nothing to compare",
        path,
        Found: List(names),
        Expected: "the control and at least one treatment",
        Fix: "name the column that says which arm a customer was in, or export the rows of all arms");

    public static Diagnostic ManyArms(string path, string column) => new(
        TableCode.ManyArms,
        $"The column {column} of {path} has more than {ArmChoice.MostArms} values: it looks like no arm column",
        path,
        Found: $"more than {ArmChoice.MostArms} different values",
        Expected: $"2 to {ArmChoice.MostArms} arms",
        Fix: "name the column that says which arm a customer was in");

    public static Diagnostic Personal(string path, string column) => new(
        TableCode.Personal,
        $"The column {column} of {path} holds e-mail addresses",
        path,
        Found: "(redacted)",
        Expected: "names of arms or segments",
        Fix: "name another column; addresses are never written to results");

    public static Diagnostic NoControl(string path, string column, IReadOnlyCollection<string> names, string control)
    {
        var near = Nearest.Of(control, names);
        return new(
            TableCode.NoControl,
            $"No arm in the column {column} of {path} is called {TableText.Shown(control)}",
            path,
            Found: List(names),
            Expected: "the control arm, as it is written in the file",
            Fix: near is null ? "name the control: --control \"NAME\", one of the arms above" : $"did you mean {near}? Give --control \"{near}\"");
    }

    public static Diagnostic Reserved(string path, string column, string name) => new(
        TableCode.ReservedName,
        name == ArmId.Control.Value
            ? $"An arm of {path} is called control, but is not the one that --control names"
            : $"An arm in the column {column} of {path} is called {name}; the word stands for all treatments together",
        path,
        Found: name,
        Expected: "another name",
        Fix: name == ArmId.Control.Value ? "give --control control, or rename the arm in the file" : "rename the arm in the file");

    public static Diagnostic UnknownWeight(string path, IReadOnlyCollection<string> names, string name) => new(
        TableCode.Weights,
        $"--weights names {TableText.Shown(name)}, which is no arm of {path}",
        path,
        Found: List(names),
        Expected: "arms as they are written in the file",
        Fix: Nearest.Of(name, names) is { } near ? $"did you mean {near}?" : "take it out of --weights");

    public static Diagnostic MissingWeight(string path, string name) => new(
        TableCode.Weights,
        $"--weights does not name the arm {name} of {path}",
        path,
        Found: "no share",
        Expected: "a planned share for every arm",
        Fix: $"add \"{name}=SHARE\" to --weights, or leave --weights out for equal shares");

    public static Diagnostic BadWeight(string path, string name, string share) => new(
        TableCode.Weights,
        $"--weights gives the arm {name} of {path} no usable share",
        path,
        Found: share,
        Expected: "one share for every arm, above 0 for the control; 0 leaves an arm out",
        Fix: $"write \"{name}=SHARE\" once, with a number such as 1 or 0.25");

    private static string List(IReadOnlyCollection<string> names) =>
        names.Count == 0 ? "no arm" : $"arms: {string.Join(", ", names.Order(StringComparer.Ordinal).Select(TableText.Shown))}";
}
