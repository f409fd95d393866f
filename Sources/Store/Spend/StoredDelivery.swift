public import MediaSpend

/// The number that a workspace gives to a delivery: counted up from 1 in the order of storing, never given twice.
public struct DeliveryID: RawRepresentable, Hashable, Comparable, Sendable, Codable {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }

    public static func < (left: DeliveryID, right: DeliveryID) -> Bool { left.rawValue < right.rawValue }
}

extension DeliveryID: CustomStringConvertible {
    public var description: String { "\(rawValue)" }
}

/// A delivery that a workspace keeps.
public struct StoredDelivery: Hashable, Sendable {
    public let id: DeliveryID
    public let delivery: Delivery
}

/// What became of a delivery that was to be stored.
public enum StoringResult: Hashable, Sendable {
    case stored(StoredDelivery)
    /// The same contents, read through the same layout, are in the workspace since this delivery; nothing was changed.
    case alreadyStored(StoredDelivery)

    /// The delivery as the workspace keeps it.
    public var delivery: StoredDelivery {
        switch self {
        case .stored(let delivery), .alreadyStored(let delivery): delivery
        }
    }

    public var isNew: Bool { if case .stored = self { true } else { false } }
}

/// Which deliveries of a source are read, where a month was delivered more than once.
public enum DeliveryChoice: Hashable, Sendable {
    /// Each month as the delivery stored last states it.
    case latest
    /// As `latest` was when this delivery had just been stored: a figure as it was published then.
    case asOf(DeliveryID)
    /// The rows of one delivery, also those that a later one replaced.
    case only(DeliveryID)
}
