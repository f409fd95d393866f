public import WorkTime

/// How a buffer stood on a day.
public struct BufferReading: Hashable, Sendable {
    /// Up to when progress was known.
    public var date: CivilMinute
    /// The part of the chain that was done, 0…1.
    public var progress: Double
    /// The part of the buffer that was consumed, zero or more, above 1 when the promise would have been missed.
    public var consumed: Double

    public init(on date: CivilMinute, progress: Double, consumed: Double) {
        self.date = date
        self.progress = progress
        self.consumed = consumed
    }
}

/// What earlier statuses have read off the buffers of a plan.
public typealias BufferHistory = [BufferID: [BufferReading]]

extension Buffer {
    /// What is to be remembered of it.
    ///
    /// - Parameter date: up to when the progress of its schedule is known.
    /// - Returns: `nil` for a buffer of no time, a chain without work, and a chain that has joined.
    public func reading(on date: CivilMinute) -> BufferReading? {
        guard let consumedShare, let share = progress.share else { return nil }
        return BufferReading(on: date, progress: share, consumed: consumedShare)
    }
}
