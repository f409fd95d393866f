/// Names that Excel accepts for sheets: at most 31 characters (UTF-16), none of `[]:*?/\`, no apostrophe at either end,
/// no two alike when case is ignored.
struct SheetNames {
    private var taken: Set<String> = []

    mutating func add(_ wanted: String) -> String {
        let forbidden = "[]:*?/\\"
        var base = String(wanted.printable.map { forbidden.contains($0) ? " " : $0 })
        while let last = base.last, last == "'" || last.isWhitespace { base.removeLast() }
        while let first = base.first, first == "'" || first.isWhitespace { base.removeFirst() }
        if base.isEmpty || base.lowercased() == "history" { base = "Sheet \(base)".trimmedEnd }
        var name = base.cut(utf16: 31)
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            let suffix = " (\(number))"
            name = base.cut(utf16: 31 - suffix.utf16.count) + suffix
            number += 1
        }
        return name
    }
}

extension String {
    /// As many whole characters from the beginning as have at most so many UTF-16 units.
    func cut(utf16 limit: Int) -> String {
        guard utf16.count > limit else { return self }
        var kept = ""
        var room = limit
        for character in self {
            room -= character.utf16.count
            guard room >= 0 else { break }
            kept.append(character)
        }
        return kept.trimmedEnd
    }

    fileprivate var trimmedEnd: String {
        var text = self
        while text.last?.isWhitespace == true || text.last == "'" { text.removeLast() }
        return text
    }
}
