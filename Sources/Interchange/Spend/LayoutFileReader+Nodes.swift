import Diagnostics
import Formats

extension LayoutFileReader {
    /// The entries of a group of keys; those with a key that is not allowed are reported and left out.
    mutating func entries(of node: YAMLNode?, allowed: [String], _ what: String) -> [YAMLEntry] {
        guard let node else { return [] }
        guard let entries = node.entries else {
            reportKind(node, "a group of keys")
            return []
        }
        return entries.filter { entry in
            if allowed.contains(entry.key.value) { return true }
            let nearest = nearestName(to: entry.key.value, among: allowed)
            findings.append(
                Finding(
                    "layout.unknown-key", .error, "“\(entry.key.value)” is nothing that \(what) can state",
                    advice: nearest.map { "is “\($0)” meant?" } ?? "use one of: \(allowed.joined(separator: ", "))",
                    at: entry.key.place))
            return false
        }
    }

    mutating func text(_ node: YAMLNode) -> Located<String>? {
        guard let text = node.text else {
            reportKind(node, "a word or a name")
            return nil
        }
        return Located(text, at: node.place)
    }

    /// A list of texts; a single text is a list of one.
    mutating func texts(_ node: YAMLNode) -> [Located<String>] {
        (node.elements ?? [node]).compactMap { text($0) }
    }

    mutating func word<Value>(_ node: YAMLNode, of words: [String: Value]) -> Value? {
        guard let text = text(node) else { return nil }
        if let value = words[text.value] { return value }
        findings.append(
            Finding(
                "layout.unknown-value", .error, "“\(text.value)” is not allowed here",
                advice: "use one of: \(words.keys.sorted().joined(separator: ", "))", at: node.place))
        return nil
    }

    mutating func reportKind(_ node: YAMLNode, _ wanted: String) {
        findings.append(
            Finding(
                "layout.wrong-kind", .error, "\(node.kindName) stands where \(wanted) is expected",
                advice: "write \(wanted)", at: node.place))
    }
}
