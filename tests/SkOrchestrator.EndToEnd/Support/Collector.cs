using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SkOrchestrator.EndToEnd.Support;

/// <summary>A collector on loopback that keeps what it is sent.</summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener _listener = new();

    public Collector()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(ListenAsync);
    }

    public string Address { get; }

    /// <summary>Path and body of each request, bytes read as Latin-1.</summary>
    public ConcurrentQueue<string> Received { get; } = [];

    public void Dispose() => _listener.Close();

    private async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext request;
            try
            {
                request = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(request.Request.InputStream, Encoding.Latin1);
            Received.Enqueue($"{request.Request.Url?.AbsolutePath} {await reader.ReadToEndAsync()}");
            request.Response.Close();
        }
    }
}
