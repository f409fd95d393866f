public import Scheduling

/// A market that campaigns run in, and what its vehicles usually want.
public struct Market: Sendable {
    /// The name by which it is asked for: `mainland`.
    public let id: String
    public let name: BilingualName
    /// The working calendar that counts its deadlines.
    public let calendar: String
    /// By the kind of vehicle, how long before the air date what is due.
    public let deadlines: [String: [VehicleDeadline.Kind: PlannedDuration]]

    public init(
        id: String, name: BilingualName, calendar: String,
        deadlines: [String: [VehicleDeadline.Kind: PlannedDuration]]
    ) {
        self.id = id
        self.name = name
        self.calendar = calendar
        self.deadlines = deadlines
    }
}

/// A kind of vehicle: television, outdoor, online.
public struct VehicleKind: Hashable, Sendable {
    /// The name by which it is asked for: `tv`.
    public let id: String
    public let name: BilingualName

    public init(id: String, name: BilingualName) {
        self.id = id
        self.name = name
    }
}

/// The markets and the kinds of vehicles that are known.
public struct MarketBook: Sendable {
    public let vehicleKinds: [VehicleKind]
    public let markets: [Market]

    public init(vehicleKinds: [VehicleKind], markets: [Market]) {
        self.vehicleKinds = vehicleKinds
        self.markets = markets
    }
}
