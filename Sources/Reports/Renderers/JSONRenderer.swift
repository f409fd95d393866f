import Formats

/// A paper as one JSON value, see ``Report/json``.
public struct JSONRenderer: Renderer {
    public init() {}

    public func render(_ report: Report) -> Rendering {
        Rendering(report.json.serialized(pretty: true) + "\n", fileExtension: "json")
    }
}

extension Renderer where Self == JSONRenderer {
    public static var json: Self { JSONRenderer() }
}
