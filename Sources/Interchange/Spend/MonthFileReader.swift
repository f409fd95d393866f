public import Diagnostics
public import MediaSpend
import Monetary
public import Parallel

/// Reads a vendor's month file through a layout: CSV or TSV of any size, also packed with gzip, or a workbook.
///
/// The file is read in pieces; its rows are handed on in chunks of at most 65,536, so memory does not grow with the file
/// but for the names that occur in it.
///
/// ```swift
/// let reading = try MonthFileReader(layout).read("2025-12.csv.gz") { chunk, names in builder.update(with: chunk) }
/// reading.delivery.spend
/// ```
public struct MonthFileReader: Sendable {
    public let layout: Layout
    /// The year that the delivery is for, where the layout's months are numbers; `nil`: from the file's name.
    public var year: Int?

    /// Whether each row is read by ``RowReader``, which the quicker reading of usual rows is held against.
    package var readsCarefully = false
    /// The first block is read carefully, for its header and currency; it need not be large.
    package var firstBlockSize = 1 << 16

    /// The longest record that is read, in bytes; a longer one has lost its closing quote.
    static let recordLimit = 16 << 20

    public init(_ layout: Layout, year: Int? = nil) {
        self.layout = layout
        self.year = year
    }

    /// Reads a file to its end on one thread.
    ///
    /// - Parameters:
    ///   - path: the file; `-` for standard input.
    ///   - receive: takes each chunk, with the names that its codes stand for; not called any more once something in the
    ///     file is wrong. Names gain labels only at the end, in the reading's own vocabulary.
    /// - Throws: ``SpendFileFault`` when the file cannot be opened or read; a `Rejection` with everything that is wrong
    ///   with it; what `receive` throws.
    public func read(
        _ path: String, into receive: (OccurrenceChunk, Vocabulary) throws -> Void
    ) throws -> MonthFileReading {
        // The names are given back before the next ones are added, so they are never copied.
        try read(
            path, on: .one, prepare: { $0 }, make: { chunk, names, _ in (chunk: chunk, names: names) },
            take: { try receive($0.chunk, $0.names) })
    }

    /// Reads a file to its end on several threads. What comes of it does not depend on their number.
    ///
    /// - Parameters:
    ///   - path: the file; `-` for standard input.
    ///   - names: those that have their codes already; the reading's own vocabulary adds to them.
    ///   - dimensions: whose columns the chunks have; others are not even looked at, but for the months. Only with all of
    ///     them is the delivery's digest that of the contents: what lacks a column is not for keeping.
    ///   - blockSize: about how many bytes of text make a chunk; small ones stay in a processor's cache.
    ///   - prepare: takes the names so far, in the order of the file, one at a time; what it gives goes with the chunk.
    ///   - make: turns a chunk into something, on one of the threads, which is told by its number.
    ///   - take: takes what was made, in the order of the file, on the calling thread; not called any more once something
    ///     in the file is wrong.
    /// - Throws: as ``read(_:into:)``, and what `prepare` and `take` throw.
    public func read<Prepared, Made>(
        _ path: String, names: Vocabulary = Vocabulary(),
        dimensions: Set<SpendDimension> = Set(SpendDimension.allCases), on workers: Workers,
        blockSize: Int = Self.chunkSize, prepare: (Vocabulary) throws -> Prepared,
        make: @escaping @Sendable (OccurrenceChunk, Prepared, Int) -> Made, take: (Made) throws -> Void
    ) throws -> MonthFileReading {
        let pass = try MonthFilePass(self, path, names, dimensions, blockSize)
        return try pass.placingFindings {
            let thread = pass.thread()
            // Up to the first row, which says how the others are read, there is nothing to do at the same time.
            while workers.count == 1 || !pass.knowsRows, try pass.next(into: thread.block) {
                thread.parse()
                for chunk in try pass.settle(thread) { try take(make(chunk, prepare(pass.names), 0)) }
            }
            if workers.count > 1 {
                try withoutActuallyEscaping(prepare) { prepare in
                    try ParallelCourse(pass).run(on: workers, prepare: prepare, make: make, take: take)
                }
            }
            return try pass.finish()
        }
    }

    /// Reads a file to its end on several threads, where nothing needs to be prepared.
    public func read<Made>(
        _ path: String, names: Vocabulary = Vocabulary(),
        dimensions: Set<SpendDimension> = Set(SpendDimension.allCases), on workers: Workers,
        blockSize: Int = Self.chunkSize, make: @escaping @Sendable (OccurrenceChunk, Int) -> Made,
        take: (Made) throws -> Void
    ) throws -> MonthFileReading {
        try read(
            path, names: names, dimensions: dimensions, on: workers, blockSize: blockSize, prepare: { _ in },
            make: { chunk, _, worker in make(chunk, worker) }, take: take)
    }

    /// About as many bytes as fill a chunk.
    public static let chunkSize = 8 << 20
    /// A size of blocks that suits those who only add up.
    public static let smallBlockSize = 1 << 20
}

/// What reading a month file gave.
public struct MonthFileReading: Sendable {
    public let delivery: Delivery
    /// The names behind the codes of the chunks, with their labels.
    public let vocabulary: Vocabulary
    /// The names of the file's columns, as its header writes them.
    public let columns: [String]
    /// Warnings and notes, in reading order.
    public internal(set) var findings: [Finding]
}
