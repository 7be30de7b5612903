using System.Xml;
using System.Xml.Linq;

namespace SkOrchestrator.Agents.Prompts;

/// <summary>
/// Reads the messages of a prompt the way the kernel does. A prompt that the kernel can't parse would be sent whole as one user message, without a system role,
/// so both the loader and the render filter hold prompts to one rule.
/// </summary>
internal static class PromptMessages
{
    private static readonly string[] Roles = ["system", "user", "assistant"];

    /// <summary>The roles of the messages, in order; an entry of another form is named as it is found.</summary>
    /// <exception cref="XmlException">The text is not well formed.</exception>
    public static IReadOnlyList<string> ReadRoles(string prompt)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new StringReader($"<root>{prompt}</root>"), settings);
        var root = XElement.Load(reader, LoadOptions.SetLineInfo);
        return
        [
            .. root.Nodes().Select(node => node switch
            {
                XElement { Name.LocalName: "message" } message when (string?)message.Attribute("role") is { } role && !message.Elements().Any() => role,
                XElement element => $"<{element.Name.LocalName}>",
                XComment => string.Empty,
                XText text when string.IsNullOrWhiteSpace(text.Value) => string.Empty,
                _ => "text outside of messages",
            }).Where(r => r.Length > 0),
        ];
    }

    /// <summary>What is wrong with the roles: exactly one system message, first, then at least one user message. Null when nothing is.</summary>
    public static string? FindProblem(IReadOnlyList<string> roles)
    {
        if (roles.FirstOrDefault(r => !Roles.Contains(r)) is { } strange)
        {
            return $"a prompt consists of messages with the role system, user or assistant; found: {strange}";
        }

        return roles is not ["system", ..] ? "the first message must have the role system"
            : roles.Count(r => r == "system") > 1 ? "there must be one message with the role system"
            : !roles.Contains("user") ? "a message with the role user is missing"
            : null;
    }
}
