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

/// A count or a rank.
func figure(_ key: String, _ derived: Derived<Int>) -> [JSONMember] { figure(key, derived.map(JSONValue.integer)) }

/// Spend, which is absent only where its months were not delivered.
func figure(_ key: String, _ money: Money?) -> [JSONMember] {
    figure(key, money.map { .value($0.json) } ?? Derived<JSONValue>.absent(.notDelivered))
}
