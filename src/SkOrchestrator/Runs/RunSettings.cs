using SkOrchestrator.Configuration;

namespace SkOrchestrator.Runs;

/// <summary>
/// <c>experiment.json</c>: what the run did, as far as a later analysis of its real engagement needs it. That analysis must rest on the settings of
/// the run, not on files that may have changed since.
/// </summary>
/// <param name="Experiment">The experiment with everything the command line changed.</param>
/// <param name="Brand">The brand's name.</param>
/// <param name="AddressKey">What keyed the address hashes: <c>brand</c>, or the name of an environment variable.</param>
/// <param name="UnsubscribeUrl">Clicks on it are no clicks.</param>
/// <param name="Columns">How the columns of the customer file were used.</param>
/// <param name="MinimumGroup">Groups of fewer customers are never shown.</param>
internal sealed record RunSettings(
    ExperimentOptions Experiment,
    string Brand,
    string AddressKey,
    string UnsubscribeUrl,
    IReadOnlyList<ColumnOptions> Columns,
    int MinimumGroup);
