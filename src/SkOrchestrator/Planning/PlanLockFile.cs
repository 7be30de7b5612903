using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Planning;

/// <summary>Reads and writes <c>plan.lock.json</c>. Its hash is that of its compact JSON, members in file order, without the member <c>sha256</c>.</summary>
internal static class PlanLockFile
{
    public const string Name = "plan.lock.json";

    private const string HashMember = "sha256";

    private static readonly JsonSerializerOptions Compact = Make(indented: false);

    private static readonly JsonSerializerOptions Document = Make(indented: true);

    /// <summary>Reads a plan and sees that nobody changed it.</summary>
    /// <exception cref="InvalidInputException">The file can't be read, or was changed after locking (PLN002).</exception>
    public static PlanLock Read(string path)
    {
        PlanLock? plan;
        try
        {
            plan = JsonSerializer.Deserialize<PlanLock>(File.ReadAllText(path), Document);
        }
        catch (JsonException exception)
        {
            throw Unusable(path, "this is not a locked plan", exception.Message, exception.LineNumber is { } line ? line + 1 : null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, "the locked plan can't be read", exception.GetType().Name, null);
        }

        return plan is null ? throw Unusable(path, "this is not a locked plan", "null", null)
            : plan.Version != PlanLock.CurrentVersion ? throw Unusable(path, "the locked plan has a form that this version doesn't know", $"version {plan.Version}", null)
            : Hash(plan) != plan.Sha256 ? throw Unusable(path, "the plan was changed after it was locked", $"content with SHA-256 {Hash(plan)}, sealed with {plan.Sha256}", null)
            : plan;
    }

    /// <summary>Seals a plan and writes it, so that a reader finds the whole file or none.</summary>
    /// <returns>The sealed plan.</returns>
    /// <exception cref="InvalidInputException">It can't be written there.</exception>
    public static PlanLock Write(string path, PlanLock plan)
    {
        var written = Sealed(plan);
        var folder = Path.GetDirectoryName(path) ?? string.Empty;
        try
        {
            if (folder.Length > 0)
            {
                Directory.CreateDirectory(folder);
            }

            var temporary = path + ".new";
            File.WriteAllText(temporary, JsonSerializer.Serialize(written, Document) + "\n");
            File.Move(temporary, path, overwrite: false);
            return written;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(new Diagnostic(
                "RUN004",
                "the plan can't be locked here",
                path,
                Found: File.Exists(folder) ? "a file" : exception.GetType().Name,
                Expected: "a folder that can be written",
                Fix: "choose another --output"));
        }
    }

    /// <summary>The plan with its hash.</summary>
    public static PlanLock Sealed(PlanLock plan) => plan with { Sha256 = Hash(plan) };

    /// <summary>Whether two plans plan the same; the times of locking don't matter.</summary>
    /// <param name="first">A plan.</param>
    /// <param name="second">A plan.</param>
    /// <param name="sameEnd">Whether the end must be the same too.</param>
    public static bool AreEqual(PlanLock first, PlanLock second, bool sameEnd)
    {
        PlanLock Timeless(PlanLock plan) => plan with { LockedAt = default, EndsAt = sameEnd ? plan.EndsAt : default };
        return Hash(Timeless(first)) == Hash(Timeless(second));
    }

    private static string Hash(PlanLock plan)
    {
        var content = JsonSerializer.SerializeToNode(plan, Compact)!.AsObject();
        content.Remove(HashMember);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToJsonString(Compact))));
    }

    private static InvalidInputException Unusable(string path, string message, string found, long? line) => new(new Diagnostic(
        "PLN002",
        message,
        path,
        line,
        Found: found,
        Expected: "a file that 'orchestrator plan --lock' wrote, unchanged",
        Fix: "restore the file, or delete it deliberately and lock the plan again; the analysis then rests on the new plan"));

    private static JsonSerializerOptions Make(bool indented) => new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new UtcTimeConverter() },
    };
}
