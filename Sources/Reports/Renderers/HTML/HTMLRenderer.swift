/// One self-contained page: styles and pictures inside, no script, nothing fetched. It reads on a phone and prints on A4.
public struct HTMLRenderer: Renderer {
    public init() {}

    public func render(_ report: Report) -> Rendering {
        Rendering(HTMLReport(report).text, fileExtension: "html")
    }
}

extension Renderer where Self == HTMLRenderer {
    public static var html: Self { HTMLRenderer() }
}
