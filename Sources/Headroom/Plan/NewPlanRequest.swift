import Diagnostics
public import Scheduling
public import WorkTime
public import Workflow

/// What a new plan is asked to be: little, and everything else is usual.
public struct NewPlanRequest: Sendable {
    /// `campaign`, which joins procedures, or the name of one procedure.
    public var template: String
    /// `nil` to begin as late as is safe, less ``margin``.
    public var start: CivilDay?
    public var onAir: CivilDay
    /// `nil` for the name that the template has.
    public var name: BilingualName?
    public var size = JobSize.medium
    /// Ids; the calendar of the first is that of the plan.
    public var markets = ["mainland"]
    /// Ids of kinds of vehicles; `nil` for the usual ones.
    public var vehicleKinds: [String]?
    /// Names; `nil` for those that the template has.
    public var procedures: [String]?
    /// How long before the latest safe start a plan without a start begins.
    public var margin = PlannedDuration.days(10)

    public init(template: String, onAir: CivilDay) {
        self.template = template
        self.onAir = onAir
    }

    private static let usualVehicleKinds = ["tv", "outdoor", "online"]

    /// The name of the template that joins procedures.
    public static let campaign = "campaign"

    /// What the names stand for.
    ///
    /// - Throws: ``UnknownName`` for a market, a kind of vehicle or a procedure that nobody knows.
    func instruction(_ shelf: ProcedureShelf, _ book: MarketBook, start: CivilDay) throws(UnknownName) -> JobInstruction
    {
        var markets: [Market] = []
        for id in self.markets where !markets.contains(where: { $0.id == id }) {
            markets.append(try Self.known(id, "market", among: book.markets, by: \.id))
        }
        var kinds: [VehicleKind] = []
        for id in vehicleKinds ?? Self.usualVehicleKinds where !kinds.contains(where: { $0.id == id }) {
            kinds.append(try Self.known(id, "kind of vehicle", among: book.vehicleKinds, by: \.id))
        }
        let names = procedureNames(shelf)
        for name in names { _ = try Self.known(name, "procedure", among: shelf.names, by: \.self) }
        let procedures = shelf.procedures(Set(names), for: size)
        return JobInstruction(
            name: name ?? usualName(procedures), start: start, onAir: onAir, size: size, markets: markets,
            vehicleKinds: kinds, procedures: procedures)
    }

    /// Those that are asked for, or those of the template with what a user has added.
    private func procedureNames(_ shelf: ProcedureShelf) -> [String] {
        if let procedures { return procedures }
        guard template == Self.campaign else { return [template] }
        return ["research", "creative", "media"] + shelf.names.filter { !ProcedureShelf.seeds.names.contains($0) }
    }

    private func usualName(_ procedures: [Procedure]) -> BilingualName {
        procedures.count == 1 ? procedures[0].name : "New campaign / 新广告活动"
    }

    private static func known<Value>(
        _ name: String, _ kind: String, among values: [Value], by id: (Value) -> String
    ) throws(UnknownName) -> Value {
        guard let value = values.first(where: { id($0) == name }) else {
            throw UnknownName(unknown: kind, name, among: values.map(id))
        }
        return value
    }
}
