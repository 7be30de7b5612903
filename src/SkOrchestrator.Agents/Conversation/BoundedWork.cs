namespace SkOrchestrator.Agents.Conversation;

/// <summary>Runs the same work for many items, a bounded number at once; results come in the order of the items.</summary>
internal static class BoundedWork
{
    public static async Task<IReadOnlyList<TResult>> SelectAsync<TItem, TResult>(
        IReadOnlyList<TItem> items, int bound, Func<TItem, CancellationToken, Task<TResult>> work, CancellationToken cancellationToken)
    {
        var results = new TResult[items.Count];
        if (bound <= 1)
        {
            for (var i = 0; i < items.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                results[i] = await work(items[i], cancellationToken).ConfigureAwait(false);
            }

            return results;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = bound, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, items.Count), options, async (i, token) =>
            results[i] = await work(items[i], token).ConfigureAwait(false)).ConfigureAwait(false);
        return results;
    }
}
