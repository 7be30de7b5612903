using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace SkOrchestrator.Commands;

/// <summary>What is checked of the text of an option before anything is done.</summary>
internal static class OptionChecks
{
    /// <summary>Refuses an empty value: no file, folder or name is empty.</summary>
    public static Option NotEmpty(this Option option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            {
                result.AddError($"{option.Name} must not be empty");
            }
        });
        return option;
    }

    /// <summary>Reads a whole number from 0 on.</summary>
    public static int? Whole(ArgumentResult argument)
    {
        var text = argument.Tokens.Single().Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        argument.AddError($"'{text}' is not a whole number from 0 to {int.MaxValue.ToString(CultureInfo.InvariantCulture)}, as {(argument.Parent as OptionResult)?.Option.Name} needs it");
        return null;
    }
}
