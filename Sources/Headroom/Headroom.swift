/// One import for all of Headroom: `import Headroom` brings the ground, the engines and the papers.
@_exported public import Costing
@_exported public import Diagnostics
@_exported public import Formats
@_exported public import Interchange
@_exported public import MediaSpend
@_exported public import Monetary
@_exported public import Parallel
@_exported public import Reports
@_exported public import Scheduling
@_exported public import Spark
@_exported public import Statistics
@_exported public import Store
@_exported public import WorkTime
@_exported public import Workflow

/// The version that answers and `headroom --version` state.
public let headroomVersion = "0.1.0"
