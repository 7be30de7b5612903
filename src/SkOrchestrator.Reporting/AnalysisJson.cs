using System.Text.Json.Serialization;
using SkOrchestrator.Analysis;

namespace SkOrchestrator.Reporting;

/// <summary>How <c>analysis.json</c> is written: camel case, indented, nulls kept, keys of dictionaries as they are.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ExperimentAnalysis))]
internal sealed partial class AnalysisJson : JsonSerializerContext;
