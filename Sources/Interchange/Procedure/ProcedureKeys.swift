/// The keys of a procedure file.
enum ProcedureKey: String, CaseIterable {
    case procedure
    case name
    case lanes
    case calendars
    case steps
}

/// The keys of a step of a procedure.
enum StepKey: String, CaseIterable {
    case name
    case lane
    case duration
    case milestone
    case after
    case joins
    case gate
    case brief
    case calendar
    case note
    case per
    case meets
    case air
}

/// The keys of the market file.
enum MarketBookKey: String, CaseIterable {
    case vehicles
    case markets
}

/// The keys of a market.
enum MarketKey: String, CaseIterable {
    case name
    case calendar
    case deadlines
}
