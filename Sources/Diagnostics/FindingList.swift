/// Findings as they are collected: a check reports and goes on, so that one run shows every fault.
public struct FindingList: Sendable, Hashable {
    private var findings: [Finding] = []

    public init(_ findings: [Finding] = []) { self.findings = findings }

    /// Adds one finding.
    public mutating func report(_ finding: Finding) { findings.append(finding) }

    /// Adds the findings of another check.
    public mutating func report(contentsOf others: some Sequence<Finding>) { findings.append(contentsOf: others) }

    /// Whether the input they speak of must be refused.
    public var hasErrors: Bool { findings.contains { $0.severity == .error } }

    /// All findings in reading order: by place, those without a place first, equals in the order reported.
    public var inReadingOrder: [Finding] {
        findings.enumerated().sorted { left, right in
            switch (left.element.place, right.element.place) {
            case (let first?, let second?) where first != second: first < second
            case (nil, _?): true
            case (_?, nil): false
            default: left.offset < right.offset
            }
        }.map(\.element)
    }

    /// Throws all findings when at least one of them is an error.
    public func throwIfErrors() throws(Rejection) {
        if hasErrors { throw Rejection(findings: inReadingOrder) }
    }
}

/// An input that cannot be used, with every finding about it.
public struct Rejection: Error, Hashable, Sendable {
    /// In reading order; at least one is an error.
    public let findings: [Finding]

    public init(findings: [Finding]) {
        precondition(
            findings.contains { $0.severity == .error }, "a rejection without an error among \(findings.count) findings"
        )
        self.findings = findings
    }
}
