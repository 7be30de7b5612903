namespace SkOrchestrator.Tasks;

/// <summary>The five agents' model tasks. A prompt call puts one of these under <see cref="SettingKey"/> into its settings; the embedded composer answers by it.</summary>
public static class TaskName
{
    /// <summary>Key of the task name in <c>ChatOptions.AdditionalProperties</c>.</summary>
    public const string SettingKey = "sko.task";

    /// <summary>Key of the arguments record in <c>ChatOptions.AdditionalProperties</c>; passed by reference, never sent over the wire.</summary>
    public const string ArgumentsKey = "sko.arguments";

    /// <summary>Describe a segment: <see cref="DescribeSegmentArguments"/> → one or two sentences.</summary>
    public const string DescribeSegment = "segmentation.describe_segment";

    /// <summary>Formulate a content query: <see cref="FormulateQueryArguments"/> → plain words.</summary>
    public const string FormulateQuery = "retrieval.formulate_query";

    /// <summary>Write a message: <see cref="WriteMessageArguments"/> → JSON of a draft.</summary>
    public const string WriteMessage = "writer.write_message";

    /// <summary>Explain a verdict: <see cref="ExplainVerdictArguments"/> → one or two sentences.</summary>
    public const string ExplainVerdict = "safety.explain_verdict";

    /// <summary>Advisory second opinion: <see cref="SecondOpinionArguments"/> → one or two sentences.</summary>
    public const string SecondOpinion = "safety.second_opinion";

    /// <summary>Narrate the result: <see cref="NarrateResultArguments"/> → a short paragraph whose numbers are checked.</summary>
    public const string NarrateResult = "experiment.narrate_result";
}
