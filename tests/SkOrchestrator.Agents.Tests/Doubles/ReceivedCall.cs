using Microsoft.Extensions.AI;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Agents.Tests.Doubles;

/// <summary>What a scripted model received.</summary>
internal sealed record ReceivedCall(int Number, IReadOnlyList<ChatMessage> Messages, ChatOptions Options)
{
    public string Task => (string)Options.AdditionalProperties![TaskName.SettingKey]!;

    public object Arguments => Options.AdditionalProperties![TaskName.ArgumentsKey]!;

    public WriteMessageArguments Write => (WriteMessageArguments)Arguments;

    public string System => string.Concat(Messages.Where(m => m.Role == ChatRole.System).Select(m => m.Text));

    public string User => string.Concat(Messages.Where(m => m.Role == ChatRole.User).Select(m => m.Text));
}
