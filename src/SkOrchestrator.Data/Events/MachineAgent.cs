namespace SkOrchestrator.Data.Events;

/// <summary>Programs that load pictures or follow links before, or instead of, a reader.</summary>
internal static class MachineAgent
{
    /// <summary>Proxies and prefetchers: Gmail's and Yahoo's; Apple's says nothing but <c>Mozilla/5.0</c>.</summary>
    private static readonly string[] Proxies =
        ["GoogleImageProxy", "ggpht.com", "YahooMailProxy", "YahooCacheSystem", "Apple-Mail-Privacy", "AppleMailProxy", "EdgeMailProxy", "prefetch"];

    /// <summary>Mail security products, and plain HTTP clients that no reader uses.</summary>
    private static readonly string[] Scanners =
    [
        "Barracuda", "Proofpoint", "Mimecast", "BitDefender", "Symantec", "MessageLabs", "FireEye", "Trend Micro", "Sophos", "Forcepoint", "SafeLinks", "Zscaler",
        "Cloudmark", "IronPort", "CheckPoint", "HeadlessChrome", "PhantomJS", "python-requests", "python-urllib", "aiohttp", "Go-http-client", "okhttp", "curl/", "Wget/", "Java/",
        "libwww-perl", "Apache-HttpClient", "bot/", "bot;", "Googlebot", "bingbot", "crawler", "spider", "BingPreview", "LinkCheck",
    ];

    public static bool Opens(string? agent) => agent is not null && (agent.Trim() == "Mozilla/5.0" || HasAny(agent, Proxies) || HasAny(agent, Scanners));

    public static bool Clicks(string? agent) => agent is not null && HasAny(agent, Scanners);

    private static bool HasAny(string agent, string[] names) => names.Any(name => agent.Contains(name, StringComparison.OrdinalIgnoreCase));
}
