public import Diagnostics
public import Formats
public import Reports

/// What a use case gives back: a paper in every language, the same as JSON, and what was found on the way.
public struct Answer: Sendable {
    /// The stem of the files that it is written to, such as `spring-launch.timetable`.
    public let name: String
    /// Warnings and notes; an input with errors gives no answer but a ``Rejection``.
    public let findings: [Finding]
    /// Whether the answer to the question behind it is *no*: a promise is missed, an approved amount is passed.
    public let isNegative: Bool
    /// Made when it is asked for: of a large plan it is ten times the paper.
    private let body: @Sendable () -> JSONValue
    private let paper: any Paper

    /// - Parameters:
    ///   - body: the members of the JSON answer, as the outer face states them, without version and findings.
    ///   - paper: the same in words.
    public init(
        name: String, findings: [Finding], isNegative: Bool, body: @autoclosure @escaping @Sendable () -> JSONValue,
        paper: any Paper
    ) {
        self.name = name
        self.findings = findings
        self.isNegative = isNegative
        self.body = body
        self.paper = paper
    }

    /// The paper in one language, which also says what made it.
    public func report(in language: Language) -> Report {
        var report = paper.report(in: language)
        report.facts.append(.init(Phrasebook(language).say(.version), "Headroom \(headroomVersion)"))
        return report
    }

    /// The JSON answer: version, the use case's own members, findings.
    public var json: JSONValue {
        guard case .object(let members) = body() else { preconditionFailure("an answer's body is an object") }
        return .object([versionMember] + members + [findingsMember(findings)])
    }
}

extension Rejection {
    /// The JSON answer to an input that cannot be used: version and findings.
    public var json: JSONValue { .object([versionMember, findingsMember(findings)]) }
}

extension Failure {
    /// The JSON answer where the world failed: version and one finding, which names the kind, such as `failure.busy`.
    public var json: JSONValue {
        let (id, advice): (FindingID, String) =
            switch kind {
            case .noSuchInput: ("failure.no-such-input", "check the name")
            case .ours: ("failure.ours", "report it, with the input that it came from")
            case .cannotWrite: ("failure.cannot-write", "check the path, and whether it may be written there")
            case .inputOutput: ("failure.input-output", "check the disk and the file, or go back to a copy of it")
            case .busy: ("failure.busy", "try again")
            }
        return .object([versionMember, findingsMember([Finding(id, .error, description, advice: advice)])])
    }
}

/// The members that every JSON answer has.
private let versionMember: JSONMember = ("headroom", ["version": .string(headroomVersion)])
private func findingsMember(_ findings: [Finding]) -> JSONMember { ("findings", .array(findings.map(\.json))) }

extension Finding {
    /// As every JSON answer states it.
    var json: JSONValue {
        [
            "id": .string(id.rawValue), "severity": .string(severity.rawValue), "message": .string(message),
            "advice": .string(advice),
            "place": place.map {
                ["file": .string($0.file), "line": .integer($0.line), "column": .integer($0.column)]
            } ?? .null,
        ]
    }
}
