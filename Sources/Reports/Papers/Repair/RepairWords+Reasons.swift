import Scheduling
import WorkTime
import Workflow

extension RepairWords {
    /// Why each commitment moves, in the order of the table.
    var reasons: [String] {
        repair.repair.moved.map { book.say(phrase(for: $0.reason, of: $0.commitment.activity)) }
    }

    private func phrase(for reason: RepairReason, of id: ActivityID) -> RepairReasonPhrase {
        let name = plan.name(id)
        return switch reason {
        case .pushed(let chain): .pushed(name, start(chain.end, of: id), path: path(chain))
        case .held: .held(name)
        case .wouldPush(let other, let chain):
            .wouldPush(name, other: plan.name(other), start(chain.end, of: other), path: path(chain))
        case .pushedBy(let other, let chain):
            .pushedBy(name, other: plan.name(other), start(chain.end, of: id), path: path(chain))
        case .wouldMiss(let promise, let chain):
            .wouldMiss(name, promise: plan.name(ofPromise: promise), moment(chain.end, of: promise), path: path(chain))
        case .tried: .tried(name)
        }
    }

    /// Names along a chain: its ends in full, of a long one not all between.
    private func path(_ chain: CausalChain) -> [String] {
        let names = chain.elements.compactMap { element -> String? in
            switch element.kind {
            case .hold(_, let hold): word(for: hold)
            case .activity(let id): plan.name(id)
            case .link, .gap, .delay: nil
            }
        }
        guard names.count > 7 else { return names }
        return names.prefix(3) + ["…"] + names.suffix(3)
    }

    /// What begins a chain, where the first activity does not say it.
    private func word(for hold: CausalChain.Hold) -> String? {
        switch hold {
        case .projectStart: book.say(RepairReasonPhrase.projectStart)
        case .dataDate: book.say(RepairReasonPhrase.dataDate)
        case .actual, .hand, .date, .others: nil
        }
    }

    // MARK: What moves beside commitments

    private static let mostOrigins = 4

    /// The activities with which most moves begin, and how many do; `nil` where none is handed on.
    var origins: RepairPhrase? {
        var counts: [ActivityID: Int] = [:]
        var order: [ActivityID] = []
        for shift in repair.shifts {
            guard let origin = shift.origin else { continue }
            if counts[origin] == nil { order.append(origin) }
            counts[origin, default: 0] += 1
        }
        let most = order.enumerated().sorted { left, right in
            (counts[right.element] ?? 0, left.offset) < (counts[left.element] ?? 0, right.offset)
        }.map(\.element).prefix(Self.mostOrigins)
        return most.isEmpty ? nil : .begins(most.map { .origin(plan.name($0), counts[$0] ?? 0) })
    }

    func brief(_ reason: ShiftReason) -> String {
        let phrase: RepairReasonPhrase =
            switch reason {
            case .commitment: .commitmentMoves
            case .begun: .begun
            case .waits(let predecessor, _, _): .waits(plan.name(predecessor))
            case .starts(let hold): brief(hold)
            }
        return book.say(phrase)
    }

    private func brief(_ hold: CausalChain.Hold) -> RepairReasonPhrase {
        switch hold {
        case .projectStart: .projectStart
        case .dataDate: .dataDate
        case .actual: .begun
        case .hand: .hand
        case .date: .date
        case .others: .others
        }
    }
}

extension ShiftedActivity {
    /// The activity with which the chain that leads to it begins; `nil` for one that stands by itself.
    fileprivate var origin: ActivityID? {
        switch reason {
        case .waits(_, let origin, _): origin
        case .commitment(let reason): reason.chain?.firstActivity
        case .begun: id
        case .starts: nil
        }
    }
}

extension CausalChain {
    fileprivate var firstActivity: ActivityID? {
        if case .hold(let id, _) = elements[0].kind { id } else { nil }
    }
}
