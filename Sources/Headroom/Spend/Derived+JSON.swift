import Formats
import MediaSpend
import Monetary

/// A figure, or `null` and beside it why it is absent, by the name of its ``AbsenceReason``.
func figure(_ key: String, _ derived: Derived<JSONValue>) -> [JSONMember] {
    switch derived {
    case .value(let value): [(key, value)]
    case .absent(let reason): [(key, .null), ("\(key)Reason", .string(reason.rawValue))]
    }
}

/// A ratio, as a fraction.
func figure(_ key: String, _ derived: Derived<Double>) -> [JSONMember] { figure(key, derived.map(JSONValue.number)) }

/// The keys of the ends of a range: `lo80` and `hi80` at a confidence of 0.8.
func rangeKeys(_ confidence: Double) -> (low: String, high: String) {
    let percent = Int((confidence * 100).rounded())
    return ("lo\(percent)", "hi\(percent)")
}

/// A count or a rank.
func figure(_ key: String, _ derived: Derived<Int>) -> [JSONMember] { figure(key, derived.map(JSONValue.integer)) }

/// Spend, which is absent only where its months were not delivered.
func figure(_ key: String, _ money: Money?) -> [JSONMember] {
    figure(key, money.map { .value($0.json) } ?? Derived<JSONValue>.absent(.notDelivered))
}
