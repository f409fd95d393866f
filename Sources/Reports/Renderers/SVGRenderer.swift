/// A paper's charts as SVG files, one for each picture; the first is what `--format svg` prints.
public struct SVGRenderer: Renderer {
    public init() {}

    public func render(_ report: Report) -> Rendering {
        let book = Phrasebook(report.language)
        let pictures = report.charts.flatMap { $0.pictures(width: 880, book) }
        return Rendering(
            pictures.enumerated().map { index, picture in
                Rendering.File(
                    part: index == 0 ? nil : "chart-\(index + 1)", fileExtension: "svg",
                    bytes: Array(picture.file.utf8))
            })
    }
}

extension Renderer where Self == SVGRenderer {
    public static var svg: Self { SVGRenderer() }
}
