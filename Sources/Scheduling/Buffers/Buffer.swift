public import WorkTime

/// The time between work and a promise, or between a chain and the one that it joins, that is to take up delays: how
/// much there should be, how much there is.
///
/// All minutes are of the plan's calendar. What is there is split exactly: ``headroom`` = ``size`` + ``spare``, and
/// ``consumed`` is what ``spare`` lacks.
public struct Buffer: Hashable, Sendable {
    public let id: BufferID
    /// How the size was found; `nil` where it was stated.
    public let method: BufferSize?
    /// How much time there should be; zero or more.
    public let size: WorkMinutes
    /// The activities behind which it stands, first one first: those that drive the promise, or that join.
    public let chain: [ActivityID]
    /// When the work before it should be done, so that all of the buffer is left. Never after ``to``.
    public let from: CivilMinute
    /// The promise; or when the chain that it joins needs what it brings.
    public let to: CivilMinute
    /// The time that there is between the forecast and ``to``, and so the total flexibility of a promise; below zero when it
    /// is missed. `nil` for a chain that has joined.
    public let headroom: WorkMinutes?
    public let progress: ChainProgress
    /// Whether the work before it is done, so that nothing can consume it any more.
    public let isSettled: Bool
    /// The latest moment at which the first activity of the chain may start, when each of the chain takes as long as
    /// planned, so that the buffer is left whole, and so that ``to`` is just met; `nil` for a chain that has begun.
    public let latestStart: LatestStart?
    public let zone: FeverZone

    /// What is left of the headroom beside the buffer; below zero, the buffer is short by so much.
    public var spare: WorkMinutes? { headroom.map { $0 - size } }

    /// How much of it is consumed, zero or more; more than ``size`` when the promise is missed.
    public var consumed: WorkMinutes? { spare.map { max(.zero, .zero - $0) } }

    /// ``consumed`` as a part of ``size``: 0…1, and above 1 when the promise is missed. `nil` for a buffer of no time.
    public var consumedShare: Double? {
        guard size > .zero, let consumed else { return nil }
        return Double(consumed.count) / Double(size.count)
    }

    /// How much of it is left, zero or more; of a settled one, what nobody needed.
    public var left: WorkMinutes? { consumed.map { max(.zero, size - $0) } }

    /// Whether more of the buffer is consumed than of the chain is done, in parts of each: it will not last if that goes
    /// on. A settled buffer is consumed no more, and one of no time not at all.
    public var isConsumedFasterThanProgress: Bool {
        guard let consumed, !isSettled else { return false }
        return Int128(consumed.count) * Int128(max(1, progress.all.count))
            > Int128(size.count) * Int128(progress.done.count) && size > .zero
    }

    /// What a buffer costs: the chain before it has to begin so much earlier.
    public struct LatestStart: Hashable, Sendable {
        public let withBuffer: CivilMinute
        public let withoutBuffer: CivilMinute
    }
}

/// What a buffer stands before, the same from week to week.
public struct BufferID: Hashable, Sendable {
    /// The promised activity; `nil` for the promise of the whole plan.
    public let promise: ActivityID?
    /// For a feeding buffer, the end of the chain and the activity that it joins; `nil` for the buffer of the promise.
    public let join: Join?

    public init(before promise: ActivityID?, joining join: Join? = nil) {
        self.promise = promise
        self.join = join
    }

    public struct Join: Hashable, Sendable {
        public let source: ActivityID
        public let target: ActivityID

        public init(from source: ActivityID, to target: ActivityID) {
            self.source = source
            self.target = target
        }
    }

    public var kind: BufferKind { join == nil ? .project : .feeding }
}

/// What a buffer guards.
public enum BufferKind: String, Hashable, Sendable, CaseIterable {
    /// A promise, against the chain that drives it.
    case project
    /// The chain that drives a promise, against one that joins it.
    case feeding
}

/// How much of a chain is done: minutes of the plan's calendar.
public struct ChainProgress: Hashable, Sendable {
    /// The work that has been done. What the plan no longer asks for, such as a round that was not needed, is done.
    public let done: WorkMinutes
    /// ``done`` and the work that is left.
    public let all: WorkMinutes

    public init(done: WorkMinutes, all: WorkMinutes) {
        self.done = done
        self.all = all
    }

    /// 0…1; `nil` for a chain without work.
    public var share: Double? { all > .zero ? Double(done.count) / Double(all.count) : nil }
}
