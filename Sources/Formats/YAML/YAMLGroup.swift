public import Diagnostics

/// A group of keys read key by key: what is asked for comes out in the kind that is asked for, and everything else is a
/// finding.
///
/// `Key` lists the keys that the group may have; its raw values are what the file writes. Findings are called
/// `<subject>.unknown-key`, `<subject>.wrong-kind` and `<subject>.empty-value`.
public struct YAMLGroup<Key: RawRepresentable & CaseIterable & Hashable> where Key.RawValue == String {
    /// Where the group begins.
    public let place: SourcePlace
    public private(set) var findings: [Finding] = []
    /// What findings begin with, such as `plan`.
    public let subject: String
    private var values: [Key: YAMLNode] = [:]
    /// Keys that were probably meant by unknown ones.
    private var misspelt: Set<Key> = []

    /// - Parameters:
    ///   - node: what the file holds.
    ///   - keys: those of `Key` that may stand here; `nil` for all of them.
    ///   - subject: what findings begin with, such as `plan`.
    ///   - owner: whose keys they are, for messages: `the activity “brief”`.
    public init(_ node: YAMLNode, keys: [Key]? = nil, subject: String, owner: String) {
        let keys = keys ?? Array(Key.allCases)
        place = node.place
        self.subject = subject
        isReadable = node.entries != nil
        guard let entries = node.entries else {
            if node.isEmpty {
                report("empty-value", "nothing is written for \(owner)", advice: Self.example(of: keys), at: node.place)
            } else {
                report(
                    "wrong-kind", "\(owner) is \(node.kindName) where a group of keys is expected",
                    advice: Self.example(of: keys), at: node.place)
            }
            return
        }
        for entry in entries {
            if let key = Key(rawValue: entry.key.value), keys.contains(key) {
                values[key] = entry.value
            } else {
                reportUnknown(entry, among: keys.map(\.rawValue), owner: owner)
            }
        }
    }

    /// Whether there is a group at all; when not, that was reported.
    public let isReadable: Bool

    /// Whether the key stands there, with or without a value, or was probably meant by one that is unknown: then its
    /// absence is not worth another finding.
    public func has(_ key: Key) -> Bool { values[key] != nil || misspelt.contains(key) }

    /// Whether any of several keys stands there.
    public func hasAny(of keys: [Key]) -> Bool { keys.contains(where: has) }

    /// What stands behind a key; `nil` when the key is absent or nothing is written behind it.
    public func node(_ key: Key) -> YAMLNode? { values[key].flatMap { $0.isEmpty ? nil : $0 } }

    /// A text; a list or a group in its place is a finding, and so is nothing.
    public mutating func text(_ key: Key) -> Located<String>? {
        guard let node = values[key] else { return nil }
        guard let text = node.text else {
            reportWrongKind(key, node, expected: "a text")
            return nil
        }
        return Located(text, at: node.place)
    }

    /// One text or a list of texts.
    public mutating func texts(_ key: Key) -> [Located<String>] {
        guard let node = values[key] else { return [] }
        guard let elements = node.elements else { return text(key).map { [$0] } ?? [] }
        return elements.compactMap { element in
            guard let text = element.text else {
                reportWrongKind(key, element, expected: "a text")
                return nil
            }
            return Located(text, at: element.place)
        }
    }

    /// `true` or `false`, or as people say it, `yes` or `no`.
    public mutating func flag(_ key: Key) -> Bool? {
        guard let stated = text(key) else { return nil }
        switch stated.value.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            report(
                "wrong-kind", "“\(key.rawValue)” is “\(stated.value)”", advice: "write true or false", at: stated.place)
            return nil
        }
    }

    /// The entries of a group inside this one.
    public mutating func entries(_ key: Key) -> [YAMLEntry]? {
        guard let node = values[key] else { return nil }
        guard let entries = node.entries else {
            reportWrongKind(key, node, expected: "a group of keys")
            return nil
        }
        return entries
    }

    /// A text that means something, as `read` understands it; a fault becomes a finding at its place.
    public mutating func read<Value>(
        _ key: Key, _ read: (String) throws(TextFault) -> Value
    ) -> Located<Value>? {
        guard let stated = text(key) else { return nil }
        return attempt(at: stated.place) { () throws(TextFault) in try read(stated.value) }
            .map { Located($0, at: stated.place) }
    }

    /// The value, or `nil` and a finding at the place.
    public mutating func attempt<Value>(at place: SourcePlace?, _ read: () throws(TextFault) -> Value) -> Value? {
        do throws(TextFault) {
            return try read()
        } catch {
            findings.append(Finding(error, at: place))
            return nil
        }
    }

    /// Says that the value of a key is of the wrong kind.
    public mutating func reportWrongKind(_ key: Key, _ node: YAMLNode, expected: String) {
        if node.isEmpty {
            report(
                "empty-value", "nothing is written behind “\(key.rawValue)”",
                advice: "write \(expected) there, or take the key out", at: node.place)
        } else {
            report(
                "wrong-kind", "“\(key.rawValue)” is \(node.kindName) where \(expected) is expected",
                advice: "write \(expected) behind the colon", at: node.place)
        }
    }

    /// Adds a finding about a value of this group.
    public mutating func report(_ finding: Finding) { findings.append(finding) }

    private mutating func report(_ fault: String, _ message: String, advice: String, at place: SourcePlace?) {
        findings.append(
            Finding(FindingID(rawValue: "\(subject).\(fault)"), .error, message, advice: advice, at: place))
    }

    private mutating func reportUnknown(_ entry: YAMLEntry, among known: [String], owner: String) {
        let name = entry.key.value
        let word = String(name.prefix { $0 != ":" && $0 != "：" })
        var advice = "use one of: \(known.joined(separator: ", "))"
        if word != name, entry.value.isEmpty {
            advice = "put a colon and a blank behind the key: \(word): \(name.dropFirst(word.count + 1))"
            if let key = Key(rawValue: word) { misspelt.insert(key) }
        } else if let nearest = nearestName(to: name, among: known) {
            advice = "did you mean “\(nearest)”?"
            if let key = Key(rawValue: nearest) { misspelt.insert(key) }
        }
        report("unknown-key", "\(owner) has no key “\(name)”", advice: advice, at: entry.key.place)
    }

    private static func example(of keys: [Key]) -> String {
        "write its keys, such as: \(keys.prefix(3).map { "\($0.rawValue): …" }.joined(separator: ", "))"
    }
}
