import Costing
import MediaSpend
import Monetary
import WorkTime

extension Currency {
    /// The letters of its code as one number, as postings keep it.
    var storedNumber: Int64 { code.utf8.reduce(0) { $0 << 8 | Int64($1) } }

    init(storedNumber: Int64) throws {
        let letters = [16, 8, 0].map { UInt8(truncatingIfNeeded: storedNumber >> Int64($0)) }
        guard let currency = try? Currency(String(decoding: letters, as: UTF8.self)) else {
            throw Damage("a currency is damaged")
        }
        self = currency
    }
}

extension CostEvent.ReportedProgress {
    /// `share 2/5`, `units 30`, `milestone shoot`, `started`, `finished`.
    var text: String {
        switch self {
        case .share(let share): "share \(share)"
        case .units(let units): "units \(units)"
        case .milestone(let name): "milestone \(name)"
        case .started: "started"
        case .finished: "finished"
        }
    }

    init(text: String) throws {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        let rest = parts.count == 2 ? parts[1] : ""
        switch parts.first {
        case "share": self = .share(try Rate(stored: rest))
        case "units": self = .units(try Rate(stored: rest))
        case "milestone": self = .milestone(rest)
        case "started": self = .started
        case "finished": self = .finished
        default: throw Damage("a report of progress is damaged")
        }
    }
}

extension Rate {
    /// Reads what its description writes.
    init(stored text: String) throws {
        let terms = text.split(separator: "/", omittingEmptySubsequences: false).map { Int128($0) }
        guard (1...2).contains(terms.count), let numerator = terms[0],
            let denominator = terms.count == 2 ? terms[1] : 1, let rate = try? Rate(numerator, over: denominator)
        else { throw Damage("a rate is damaged") }
        self = rate
    }
}

/// A number over all fields of some events in their order, by which damage is noticed.
struct EventChecksum {
    private var fingerprint = ContentDigest.Running()
    private var bytes: [UInt8] = []

    mutating func add(_ event: CostEvent) {
        add(event.id)
        add(event.kind.rawValue)
        add(event.line?.rawValue)
        add(event.order)
        add(event.party)
        add(event.settles)
        add(event.memo)
        add(event.amount.currency.code)
        add(event.progress?.text)
        for number in [event.amount, event.tax, event.bookAmount] { add(number.minorUnits) }
        add(Int64(event.date.number))
        add(Int64(event.due?.number ?? .max))
        if let exchange = event.exchange {
            add(exchange.rate.description)
            add(exchange.source)
            add(Int64(exchange.date.number))
            add(exchange.isDerived ? 1 : 0)
        }
        if bytes.count > 1 << 16 { flush() }
    }

    mutating func finish() -> Int64 {
        flush()
        return Int64(bitPattern: fingerprint.finish().low)
    }

    /// With its length, so that two fields never look like one.
    private mutating func add(_ text: String?) {
        add(Int64(text?.utf8.count ?? -1))
        if let text { bytes.append(contentsOf: text.utf8) }
    }

    private mutating func add(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func flush() {
        let pending = bytes
        fingerprint.update(pending.span)
        bytes.removeAll()
    }
}
