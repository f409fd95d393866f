import Formats
public import Reports

extension Answer {
    /// A file of an answer, ready to be written.
    public struct File: Sendable {
        /// `campaign.timetable.zh-Hans.html`
        public let name: String
        public let bytes: [UInt8]
    }

    /// The paper in one form and language. As JSON it is the answer itself, which has no language.
    ///
    /// - Throws: `.inputOutput` when the form cannot be made.
    public func files(as form: RenderingForm, in language: Language) throws(Failure) -> [File] {
        if form == .json {
            return [File(name: "\(name).json", bytes: Array((json.serialized(pretty: true) + "\n").utf8))]
        }
        do throws(RenderingFailure) {
            let rendering = try form.renderer.render(report(in: language))
            return rendering.files.map { File(name: $0.name(for: "\(name).\(language.rawValue)"), bytes: $0.bytes) }
        } catch {
            throw Failure(.inputOutput, error.subject, cause: error.cause)
        }
    }

    /// Writes the paper in some forms into a folder, and gives back the paths.
    ///
    /// Everything is drawn before anything is written.
    public func write(as forms: [RenderingForm], in language: Language, to folder: String) throws(Failure) -> [String] {
        var files: [File] = []
        for form in forms { files += try self.files(as: form, in: language) }
        var paths: [String] = []
        for file in files {
            let path = folder == "." ? file.name : "\(folder)/\(file.name)"
            try OutputFile.write(file.bytes, to: path)
            paths.append(path)
        }
        return paths
    }
}
