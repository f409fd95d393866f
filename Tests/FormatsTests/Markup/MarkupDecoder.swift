/// Undoes the escaping of markup as a browser does, written for the tests alone.
enum MarkupDecoder {
    static let names = ["amp": "&", "lt": "<", "gt": ">", "quot": "\""]

    /// `nil` when a reference is broken or a character stands where it may not.
    static func decode(_ text: String, inAttribute: Bool) -> String? {
        var result = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "<", ">", "\r": return nil
            case "\"" where inAttribute, "\n" where inAttribute, "\t" where inAttribute: return nil
            case "&":
                guard let end = rest.firstIndex(of: ";") else { return nil }
                let name = String(rest[..<end])
                rest = rest[rest.index(after: end)...]
                if name.hasPrefix("#") {
                    guard let value = UInt32(name.dropFirst()), let named = Unicode.Scalar(value) else { return nil }
                    result.unicodeScalars.append(named)
                } else {
                    guard let named = names[name] else { return nil }
                    result += named
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
