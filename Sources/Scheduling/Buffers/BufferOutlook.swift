import WorkTime

/// A buffer as it stands, and where its consumption leads.
public struct BufferOutlook: Hashable, Sendable {
    public let buffer: Buffer
    public let trend: BufferTrend
}

extension Schedule {
    /// The buffers of a plan with their trends, in the order of ``buffers(against:)``.
    ///
    /// - Parameters:
    ///   - reference: the plan as it was accepted; see ``buffers(against:)``.
    ///   - history: what earlier statuses have read off them.
    public func bufferOutlooks(against reference: Schedule? = nil, after history: BufferHistory = [:])
        -> [BufferOutlook]
    {
        buffers(against: reference).map { buffer in
            BufferOutlook(
                buffer: buffer,
                trend: buffer.trend(
                    after: history[buffer.id] ?? [], asOf: project.dataDate ?? project.start, on: project.calendar))
        }
    }
}
