import ArgumentParser
import Headroom

/// `brief=2026-01-06`: what is said of one activity on the command line.
struct SaidOfActivity<Value> {
    let id: ActivityID
    let value: Value

    /// Ids may have an equals sign in them; what is said has none.
    private init(_ text: String, _ example: String, _ read: (String) throws -> Value?) throws {
        guard let sign = text.lastIndex(of: "="), sign > text.startIndex,
            let value = try read(String(text[text.index(after: sign)...]))
        else { throw ValidationError("“\(text)” is not understood; write \(example)") }
        id = ActivityID(String(text[..<sign]))
        self.value = value
    }
}

extension SaidOfActivity<StatedInstant> {
    static func date(_ text: String) throws -> Self {
        try Self(text, "an id, an equals sign and a date: brief=2026-01-06") { StatedInstant($0) }
    }
}

extension SaidOfActivity<PlannedDuration> {
    static func length(_ text: String) throws -> Self {
        try Self(text, "an id, an equals sign and what is left: brief=2d") { try? PlannedDuration($0) }
    }
}

extension SaidOfActivity<Int> {
    static func count(_ text: String) throws -> Self {
        try Self(text, "an approval, an equals sign and a number: layouts-ok=3") { Int($0) }
    }
}
