/// Draws reports in one form. Each form is a file of its own with a static member, so that a call reads
/// `report.rendered(as: .html)`.
public protocol Renderer: Sendable {
    /// - Throws: ``RenderingFailure`` when the form needs the file system and it fails; most forms never throw.
    func render(_ report: Report) throws(RenderingFailure) -> Rendering
}

extension Report {
    /// This paper in one form.
    public func rendered(as renderer: some Renderer) throws(RenderingFailure) -> Rendering {
        try renderer.render(self)
    }
}

/// A drawn paper: one file, or several where a form holds only one table or picture in each.
public struct Rendering: Hashable, Sendable {
    public var files: [File]

    public init(_ files: [File]) { self.files = files }

    /// One text file.
    init(_ text: String, fileExtension: String) {
        files = [File(part: nil, fileExtension: fileExtension, bytes: Array(text.utf8))]
    }

    /// All files as one text, for forms that are text.
    public var text: String { files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n") }

    public struct File: Hashable, Sendable {
        /// What tells this file from the paper's other files of the same form, such as `deadlines`; `nil` when it is
        /// the only one. Fit for a file name.
        public var part: String?
        /// Without the dot.
        public var fileExtension: String
        public var bytes: [UInt8]

        public init(part: String?, fileExtension: String, bytes: [UInt8]) {
            self.part = part
            self.fileExtension = fileExtension
            self.bytes = bytes
        }

        /// The file's name when the paper is called `base`: `base.html`, `base-deadlines.csv`.
        public func name(for base: String) -> String {
            "\(base)\(part.map { "-\($0)" } ?? "").\(fileExtension)"
        }
    }
}

/// A form that could not be made.
public struct RenderingFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was being made, such as “the spreadsheet”.
    public var subject: String
    public var cause: String

    public init(_ subject: String, cause: String) {
        self.subject = subject
        self.cause = cause
    }

    public var description: String { "\(subject) could not be made: \(cause)" }
}

/// The forms by the names that `--format` takes.
public enum RenderingForm: String, Hashable, Sendable, CaseIterable {
    case html
    case text
    case xlsx
    case csv
    case json
    case svg
    case ics

    /// With the usual settings of the form.
    public var renderer: any Renderer {
        switch self {
        case .html: .html
        case .text: .text()
        case .xlsx: .xlsx
        case .csv: .csv
        case .json: .json
        case .svg: .svg
        case .ics: .ics
        }
    }
}
