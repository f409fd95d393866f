import Diagnostics

/// What is refused, so that time and memory stay in proportion to the text.
extension YAMLText {
    /// A finding where nesting passes ``YAMLDocument/depthLimit``, judged from indentation, dashes and brackets.
    ///
    /// The estimate may be higher than the truth, when a text in quotes holds many open brackets, but not for any
    /// text that a person writes.
    func findingOfDepth() -> Finding? {
        var indents: [Int] = []
        var brackets = 0
        for (line, content) in lines {
            var column = content.prefix { $0 == " " || $0 == "\t" }.count
            let isBlank = content.dropFirst(column).first?.properties.isWhitespace ?? true
            if !isBlank {
                while let last = indents.last, last >= column { indents.removeLast() }
                indents.append(column)
            }
            var isLeading = true
            for scalar in content.dropFirst(column) {
                column += 1
                switch scalar {
                case "[", "{": brackets += 1
                case "]", "}": brackets = max(0, brackets - 1)
                case "-" where isLeading, "?" where isLeading: indents.append(column)
                default: break
                }
                isLeading = isLeading && (scalar == "-" || scalar == "?" || scalar == " ")
                if indents.count + brackets > YAMLDocument.depthLimit + 1 {
                    return Self.tooDeep(at: place((line, column)))
                }
            }
        }
        return nil
    }

    static func tooDeep(at place: SourcePlace) -> Finding {
        Finding(
            "yaml.too-deep", .error,
            "lists and groups are nested more than \(YAMLDocument.depthLimit) levels deep here",
            advice: "check for brackets that are never closed; nothing of the file is read", at: place)
    }

    /// A finding for each `*name` for which an anchor `&name` stands anywhere in the text.
    func aliases() -> [Finding] {
        let anchors = Set(names(after: "&").map(\.name))
        guard !anchors.isEmpty else { return [] }
        return names(after: "*").filter { anchors.contains($0.name) }.map { name, line, column in
            Finding(
                "yaml.alias", .error, "“*\(name)” repeats a value from elsewhere in the file",
                advice: "write the value out; anchors and aliases are not read", at: place((line, column)))
        }
    }

    private func names(after mark: Unicode.Scalar) -> [(name: String, line: Int, column: Int)] {
        lines.flatMap { line, content in
            content.indices.compactMap { index in
                guard content[index] == mark, index == content.startIndex || !Self.isText(content[index - 1]) else {
                    return nil
                }
                let name = content[(index + 1)...].prefix { Self.isAnchorLetter($0) }
                guard !name.isEmpty else { return nil }
                return (String(String.UnicodeScalarView(name)), line, index - content.startIndex + 1)
            }
        }
    }

    /// Whether a mark behind this scalar is part of a word, as in R&D.
    private static func isText(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x80 ? !scalar.properties.isWhitespace : isAnchorLetter(scalar) && scalar != "-"
    }

    private static func isAnchorLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        default: false
        }
    }
}
