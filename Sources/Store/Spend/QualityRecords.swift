import FoundationEssentials
import GRDB
import MediaSpend

/// What is kept beside each delivery, in the table `spend_quality`: one JSON text a delivery. Deliveries that were stored
/// before there was such a table have none.
struct QualityRecords {
    let database: Database

    func insert(_ quality: DeliveryQuality, of delivery: DeliveryID) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(quality), as: UTF8.self)
        try database.execute(
            sql: "INSERT INTO spend_quality (delivery, contents, checksum) VALUES (?, ?, ?)",
            arguments: [delivery.rawValue, text, fingerprint(of: ["\(delivery)", text])])
    }

    /// Of the deliveries of a source after another, or of all of them, in the order of storing.
    func all(of source: String, after delivery: DeliveryID? = nil) throws -> [(
        id: DeliveryID, quality: DeliveryQuality
    )] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT spend_quality.delivery, contents, spend_quality.checksum
                FROM spend_quality JOIN spend_delivery ON spend_delivery.id = spend_quality.delivery
                WHERE source = ? AND spend_delivery.id > ? ORDER BY spend_delivery.id
                """, arguments: [source, delivery?.rawValue ?? 0]
        ).map { row in
            let id = DeliveryID(rawValue: try row.value(0))
            let text: String = try row.value(1)
            guard try fingerprint(of: ["\(id)", text]) == row.value(2),
                let quality = try? JSONDecoder().decode(DeliveryQuality.self, from: Data(text.utf8))
            else { throw Damage("what was said of delivery \(id) is damaged") }
            return (id, quality)
        }
    }

    /// Gives names back what they were called when a delivery had just been stored.
    func undoNameChanges(after delivery: DeliveryID, of source: String, in names: inout Vocabulary) throws {
        for (_, quality) in try all(of: source, after: delivery).reversed() {
            for change in quality.nameChanges {
                let code = names[change.dimension].code(for: change.key)
                if code != NameTable.notStated { names[change.dimension].relabel(code, change.from) }
            }
        }
    }
}
