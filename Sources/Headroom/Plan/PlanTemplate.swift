import Seeds

/// A plan to begin from: one of the procedures of the trade, or the campaign that joins them.
public struct PlanTemplate: Sendable {
    /// The name by which it is asked for: `campaign`, `research`, `media`, `creative`, `general`.
    public let name: String
    /// The plan file, with its comments.
    public let text: String

    init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    private init(_ seed: Seed) {
        self.init(name: seed.name, text: String(decoding: seed.bytes, as: UTF8.self))
    }

    /// All templates.
    public static let all = Seed.plans.map(PlanTemplate.init)

    /// - Returns: `nil` when there is no template of this name.
    public init?(named name: String) {
        guard let template = Self.all.first(where: { $0.name == name }) else { return nil }
        self = template
    }

    /// A procedure of the program, to edit; `nil` when there is none of this name.
    public init?(procedure name: String) {
        guard let text = ProcedureShelf.text(of: name) else { return nil }
        self.init(name: name, text: text)
    }

    /// Writes the plan file; one that is there is only replaced on demand, because it is someone's work.
    public func write(to path: String, replacing: Bool) throws(Failure) {
        guard replacing || !OutputFile.exists(path) else {
            throw Failure(.cannotWrite, path, cause: "the file is there already; --force replaces it")
        }
        try OutputFile.write(text.utf8, to: path)
    }
}
