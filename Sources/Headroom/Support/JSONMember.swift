import Costing
import Formats
import Monetary

/// A member of an answer.
typealias JSONMember = (key: String, value: JSONValue)

/// A value, or `null` with the reason beside it.
func jsonMember(_ name: String, _ value: JSONValue?, else reason: String) -> [JSONMember] {
    value.map { [(name, $0)] } ?? [(name, .null), (name + "Reason", .string(reason))]
}

/// A figure, or `null` with the reason why it has none.
func jsonMember<Value>(
    _ name: String, _ figure: Result<Value, Undefined>, _ json: (Value) -> JSONValue
) -> [JSONMember] {
    switch figure {
    case .success(let value): [(name, json(value))]
    case .failure(let reason): [(name, .null), (name + "Reason", .string(reason.rawValue))]
    }
}

/// An amount, in the currency that stands beside it.
func jsonMember(_ name: String, amount: () throws(Undefined) -> Money) -> [JSONMember] {
    jsonMember(name, Result(catching: amount)) { .string($0.amount) }
}

/// A ratio as a number.
func jsonMember(_ name: String, ratio: () throws(Undefined) -> Rate) -> [JSONMember] {
    jsonMember(name, Result(catching: ratio)) { .number(Double($0)) }
}

/// An exact sum, or `null` with the reason where it passes what is counted.
func jsonMember(_ name: String, sum: () throws(MonetaryFault) -> Money) -> [JSONMember] {
    jsonMember(name, Result(catching: sum).mapError { _ in Undefined.tooLarge }) { .string($0.amount) }
}
