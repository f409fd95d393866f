import Diagnostics
import Yams

/// Makes our tree from the parser's, and reports keys that cannot be used.
struct YAMLTreeBuilder {
    let text: YAMLText
    /// Keys that were given another name in the text, by place: what the file calls them.
    let renamed: [SourcePlace: String]
    private(set) var findings: [Finding] = []

    init(text: YAMLText, renamed: [SourcePlace: String]) {
        self.text = text
        self.renamed = renamed
    }

    mutating func tree(of node: Node) -> YAMLNode {
        let place = place(of: node)
        switch node {
        case .scalar(let scalar):
            return YAMLNode(.scalar(YAMLScalar(scalar.string, style: style(of: scalar))), at: place)
        case .sequence(let sequence): return YAMLNode(.sequence(sequence.map { tree(of: $0) }), at: place)
        case .mapping(let mapping): return YAMLNode(.mapping(entries(of: mapping)), at: place)
        // The parser puts the value in the place of an alias; this one only comes from trees built in code.
        case .alias: return YAMLNode(.scalar(YAMLScalar("")), at: place)
        }
    }

    private mutating func entries(of mapping: Node.Mapping) -> [YAMLEntry] {
        var entries: [YAMLEntry] = []
        var firstLines: [String: Int] = [:]
        for (key, value) in mapping {
            let place = place(of: key)
            guard let name = renamed[place] ?? key.scalar?.string else {
                findings.append(Self.keyIsNoText(at: place))
                continue
            }
            if let firstLine = firstLines[name] {
                findings.append(duplicate(name, firstLine: firstLine, at: place))
                continue
            }
            firstLines[name] = place.line
            entries.append(YAMLEntry(key: Located(name, at: place), value: tree(of: value)))
        }
        return entries
    }

    private func place(of node: Node) -> SourcePlace {
        text.place((node.mark?.line ?? 1, node.mark?.column ?? 1))
    }

    private func style(of scalar: Node.Scalar) -> YAMLScalar.Style {
        switch scalar.style {
        case .any, .plain: .plain
        case .singleQuoted, .doubleQuoted: .quoted
        case .literal, .folded: .block
        }
    }

    private func duplicate(_ name: String, firstLine: Int, at place: SourcePlace) -> Finding {
        Finding(
            "yaml.duplicate-key", .error, "“\(name)” stands twice in the same group, first in line \(firstLine)",
            advice: "give one of them another name or take it out; the first is read", at: place)
    }

    static func keyIsNoText(at place: SourcePlace) -> Finding {
        Finding(
            "yaml.key-not-text", .error, "a list or a group of keys stands where a key is expected",
            advice: "write a name before the colon", at: place)
    }
}
