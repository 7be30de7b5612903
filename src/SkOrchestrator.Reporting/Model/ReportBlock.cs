namespace SkOrchestrator.Reporting.Model;

/// <summary>One piece of a section. Texts are plain: each format escapes them its own way.</summary>
internal abstract record ReportBlock;
