/// The keys of an estimate.
enum EstimateKey: String, CaseIterable {
    case estimate
    case job
    case client
    case type
    case currency
    case version
    case effective
    case reason
    case start
    case finish
    case contingency
    case managementReserve = "management reserve"
    case ceiling
    case rates
    case tax
    case lines
    case billing
}

/// The keys of a line; in a table, the names of its columns, beside that of the id.
enum EstimateLineKey: String, CaseIterable {
    case name
    case category
    case phase
    case supplier
    case currency
    case quantity
    case unit
    case rate
    case basis
    case commission
    case markup
    case price
    case activities
    case from
    case to
    case earned
}

/// The keys of a rate between two currencies.
enum ExchangeKey: String, CaseIterable {
    case rate
    case per
    case date
    case source
}

/// The keys of a step of the billing.
enum BillingKey: String, CaseIterable {
    case name
    case date
    case amount
    case share
    case retainer
}

/// The keys of a milestone that is more than a share.
enum MilestoneKey: String, CaseIterable {
    case name
    case share
    case due
}
