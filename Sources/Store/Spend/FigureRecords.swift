import FoundationEssentials
import GRDB
import MediaSpend
import WorkTime

/// The figures by which the quality gate judges later months, in the table `spend_figures`: one row a delivery and
/// month. They follow from the columns and only save time: where they are missing or damaged, the columns are asked.
struct FigureRecords {
    let database: Database

    /// The tables of figures and what each is grouped by.
    private static var tables: [(KeyPath<QualityFigures, FigureCells>, [SpendDimension])] {
        [
            (\.prices, QualityFigures.priceDimensions), (\.days, QualityFigures.dayDimensions),
            (\.regions, QualityFigures.regionDimensions), (\.owners, QualityFigures.ownerDimensions),
        ]
    }

    func insert(_ figures: QualityFigures, in month: CivilMonth, of delivery: DeliveryID) throws {
        let parts = Self.tables.map { figures[keyPath: $0.0].bytes() }
        let bytes = parts.flatMap { part in
            (0..<4).map { UInt8(truncatingIfNeeded: part.count >> (8 * $0)) } + part
        }
        try database.execute(
            sql: "INSERT INTO spend_figures (delivery, month, checksum, data) VALUES (?, ?, ?, ?)",
            arguments: [delivery.rawValue, month.description, Self.checksum(of: bytes), Data(bytes)])
    }

    /// `nil` where there are none that can be used.
    func find(_ month: CivilMonth, of delivery: DeliveryID) throws -> QualityFigures? {
        let row = try Row.fetchOne(
            database, sql: "SELECT checksum, data FROM spend_figures WHERE delivery = ? AND month = ?",
            arguments: [delivery.rawValue, month.description])
        guard let row, let bytes = try? row.bytes(1), let checksum: Int64 = try? row.value(0),
            checksum == Self.checksum(of: bytes)
        else { return nil }
        return Self.figures(of: bytes)
    }

    /// Lets go of those that no later month of a source will be compared with.
    func removeAll(of source: String, before month: CivilMonth) throws {
        try database.execute(
            sql: """
                DELETE FROM spend_figures WHERE month < ?
                AND delivery IN (SELECT id FROM spend_delivery WHERE source = ?)
                """, arguments: [month.description, source])
    }

    private static func figures(of bytes: [UInt8]) -> QualityFigures? {
        var position = 0
        var cells: [FigureCells] = []
        for (_, dimensions) in tables {
            guard position + 4 <= bytes.count else { return nil }
            let count = (0..<4).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
            position += 4
            guard count <= bytes.count - position,
                let part = FigureCells(Array(bytes[position..<position + count]), by: dimensions)
            else { return nil }
            cells.append(part)
            position += count
        }
        return QualityFigures(prices: cells[0], days: cells[1], regions: cells[2], owners: cells[3])
    }

    private static func checksum(of bytes: [UInt8]) -> Int64 { Int64(bitPattern: ContentDigest(of: bytes.span).low) }
}
