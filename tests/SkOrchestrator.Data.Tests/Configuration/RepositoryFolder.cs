using SkOrchestrator.Data.Configuration;
namespace SkOrchestrator.Data.Tests.Configuration;

/// <summary>Folders of the repository that the tests were built from.</summary>
internal static class RepositoryFolder
{
    public static string Of(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SkOrchestrator.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(Assert.IsType<DirectoryInfo>(folder).FullName, name);
    }
}
