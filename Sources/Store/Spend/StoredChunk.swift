import MediaSpend
import WorkTime

/// Rows of a chunk as it lies in the file: its columns are read, but not decoded, which any thread can do.
struct StoredChunk: Sendable {
    /// Which one it is, for those who are told of damage.
    let place: Place
    /// Whose codes were asked for.
    private let dimensions: Set<SpendDimension>
    /// Which rows count.
    private let filter: CodeFilter
    /// Whose names matter: those asked for, and those that the filter looks at.
    private let read: [SpendDimension]
    /// Those asked for, those that the filter looks at, and those that they follow from.
    private let columns: [ColumnRecords.Name: Column]

    /// In the order of storing.
    struct Place: Comparable, Sendable {
        let delivery: DeliveryID
        let position: Int

        static func < (one: Place, other: Place) -> Bool {
            (one.delivery, one.position) < (other.delivery, other.position)
        }

        func damage(_ column: ColumnRecords.Name, _ what: String) -> Damage {
            Damage("the column \(column.text) of chunk \(position) of delivery \(delivery) is damaged: \(what)")
        }
    }

    /// A column beside the fingerprint that it was stored with.
    struct Column: Sendable {
        let encoded: EncodedColumn
        let checksum: Int64

        var isSound: Bool { encoded.checksum == checksum }
    }

    /// - Parameter column: reads the column of a name.
    init(
        _ place: Place, _ dimensions: Set<SpendDimension>, where filter: CodeFilter,
        column: (ColumnRecords.Name) throws -> Column
    ) rethrows {
        var columns: [ColumnRecords.Name: Column] = [:]
        let read = SpendDimension.allCases.filter(dimensions.union(filter.admitted.keys).contains)
        for name in [.spend, .insertions] + read.map(ColumnRecords.Name.codes) {
            var next: ColumnRecords.Name? = name
            while let name = next, columns[name] == nil {
                let stored = try column(name)
                columns[name] = stored
                next = name.key(in: stored.encoded.encoding)
            }
        }
        self.place = place
        self.read = read
        self.dimensions = dimensions
        self.filter = filter
        self.columns = columns
    }

    /// Every code stands for something.
    func check(_ names: Vocabulary) throws(Damage) {
        for dimension in read {
            guard let most = columns[.codes(dimension)]?.encoded.maximum else { continue }
            guard most < names.ceiling(of: dimension) else {
                throw place.damage(.codes(dimension), "code \(most) stands for nothing")
            }
        }
    }

    /// The codes and the measures of the rows that count.
    ///
    /// - Throws: ``Damage`` when a column is not what was stored, or cannot be one.
    func decoded() throws(Damage) -> OccurrenceChunk {
        var decoding = Decoding(chunk: self)
        let count = columns[.spend]?.encoded.rows ?? 0
        let rows = try filter.passingRows(of: count) { dimension throws(Damage) in
            try decoding.values(.codes(dimension), of: count)
        }
        var codes: [SpendDimension: [UInt32]] = [:]
        for dimension in SpendDimension.allCases where dimensions.contains(dimension) {
            codes[dimension] = try decoding.values(.codes(dimension), of: count, at: rows)
        }
        return OccurrenceChunk(
            codes: codes, insertions: try decoding.values(.insertions, of: count, at: rows),
            spend: try decoding.values(.spend, of: count, at: rows))
    }

    /// The columns while they are decoded; each is decoded once, also where several follow from it.
    private struct Decoding {
        let chunk: StoredChunk
        private var known: [ColumnRecords.Name: [UInt64]] = [:]

        init(chunk: StoredChunk) { self.chunk = chunk }

        /// The values of some of so many rows; `nil`: of all.
        mutating func values<Value: FixedWidthInteger>(
            _ name: ColumnRecords.Name, of count: Int, at rows: [UInt32]? = nil
        ) throws(Damage) -> [Value] {
            let offsets = try offsets(of: name)
            guard count == offsets.count else { throw chunk.place.damage(name, "it has \(offsets.count) rows") }
            return try naming(name) { column throws(Damage) in
                try column.encoded.values(of: offsets, at: rows)
            }
        }

        private mutating func offsets(of name: ColumnRecords.Name) throws(Damage) -> [UInt64] {
            if let offsets = known[name] { return offsets }
            var key: [UInt64]?
            if let column = chunk.columns[name], let above = name.key(in: column.encoded.encoding) {
                key = try offsets(of: above)
            }
            let offsets = try naming(name) { column throws(Damage) in
                guard column.isSound else { throw Damage("its checksum is another") }
                return try column.encoded.offsets(from: key)
            }
            known[name] = offsets
            return offsets
        }

        /// Says of damage which column it is in.
        private func naming<Value>(
            _ name: ColumnRecords.Name, _ work: (Column) throws(Damage) -> Value
        ) throws(Damage) -> Value {
            guard let column = chunk.columns[name] else { throw chunk.place.damage(name, "it is missing") }
            do throws(Damage) {
                return try work(column)
            } catch {
                throw chunk.place.damage(name, error.piece)
            }
        }
    }
}

extension Vocabulary {
    /// The first code of a dimension that stands for nothing.
    func ceiling(of dimension: SpendDimension) -> Int64 {
        switch dimension {
        case .month: Int64(CalendarCode.of(CivilMonth(of: .latest))) + 1
        case .day: Int64(CalendarCode.of(CivilDay.latest)) + 1
        default: Int64(self[dimension].count)
        }
    }
}
