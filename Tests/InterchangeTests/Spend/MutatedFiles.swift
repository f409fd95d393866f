import Diagnostics
import Foundation
import Interchange
import MediaSpend
import Parallel

/// Month files that were damaged at random, and what the two ways of reading make of them.
///
/// Each input is read carefully and quickly, which must come to the same: neither may trap, hang, or grow.
struct MutatedFiles {
    private var random: SeededGenerator
    private let path: String

    /// - Parameter path: a file to write inputs to, in a folder that is there.
    init(seed: UInt64, path: String) {
        random = SeededGenerator(seed: seed)
        self.path = path
    }

    /// Reads so many inputs.
    ///
    /// - Returns: the first that the two ways disagree on, and how.
    mutating func firstDisagreement(among count: Int) throws -> (input: [UInt8], what: String)? {
        for _ in 0..<count {
            let (layout, bytes) = next()
            try Data(bytes).write(to: URL(filePath: path))
            let careful = outcome(layout, carefully: true)
            let quick = outcome(layout, carefully: false)
            if careful != quick { return (bytes, "\(careful)\n\(quick)") }
        }
        return nil
    }

    private func outcome(_ layout: Layout, carefully: Bool) -> [String] {
        var reader = MonthFileReader(layout, year: 2025)
        reader.readsCarefully = carefully
        // So small that a short file has many blocks, and quick ones.
        reader.firstBlockSize = 64
        var rows: [String] = []
        do {
            var chunks: [OccurrenceChunk] = []
            let reading = try reader.read(
                path, on: .one, blockSize: 100, make: { chunk, _ in chunk }, take: { chunks.append($0) })
            for chunk in chunks {
                for row in 0..<chunk.count {
                    let brand = reading.vocabulary.text(of: chunk[.brand][row], in: .brand)
                    rows.append("\(chunk[.month][row]) \(brand) \(chunk.insertions[row]) \(chunk.spend[row])")
                }
            }
            rows.append("\(reading.delivery.rows) \(reading.delivery.spend) \(reading.findings.map(\.id))")
        } catch let rejection as Rejection {
            rows = rejection.findings.map { "\($0.id) \($0.place?.line ?? 0)" }
        } catch {
            rows = ["\(error)"]
        }
        return rows
    }

    // MARK: Inputs

    private mutating func next() -> (Layout, [UInt8]) {
        let (layout, seed) = Self.seeds.randomElement(using: &random)!
        var bytes = seed
        for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&bytes) }
        return (layout, bytes)
    }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<7, using: &random) {
        case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(Self.telling.randomElement(using: &random)!, at: place)
        case 2 where place < bytes.count: bytes.remove(at: place)
        case 3: bytes.removeSubrange(place...)
        case 4: bytes.insert(contentsOf: Self.words.randomElement(using: &random)!.utf8, at: place)
        case 5:
            let end = min(bytes.count, place + Int.random(in: 0...60, using: &random))
            bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
        default:
            if place < bytes.count { bytes[place] = Self.telling.randomElement(using: &random)! }
        }
    }

    /// Bytes that mean something to a reader.
    private static let telling = Array("\",\n\r;\t 09.-()+=\0".utf8) + [0xFF, 0xEF, 0xC2, 0xA0, 0x81]
    private static let words = [
        "\"\"", "\r\n", "\",\"", "2025-12", "2025-06-31", "99999999999999999999", "(1.00)", "1e5", "NaN", "啤酒",
        "\u{FEFF}",
        "month,brand,medium,n,spend,currency\n", "合计", "=1+1", "￥1", "\n\n\n",
    ]

    private static let seeds: [(Layout, [UInt8])] = {
        let text =
            "date,month,brand,medium,n,spend,currency\n"
            + (0..<8).map { "2025-12-0\($0 + 1),2025-12,\"Brand, \($0 % 3)\",TV,\($0),\($0)00.5\($0),CNY\n" }.joined()
        let plain = UsualRowTests.layout
        let coded =
            "month,code,brand,id,vehicle,n,spend\n"
            + (0..<8).map { "2025-12,0\($0 % 3),Brand \($0 % 2),v\($0 % 2),News,1,\($0).50\n" }.joined()
        let semicolons = text.replacing(",", with: ";").replacing("\n", with: "\r\n")
        return [
            (plain, Array(text.utf8)), (plain, Array(text.replacing("Brand", with: "雪花").utf8)),
            (plain, Packed.gzip(text)), (plain, Array(text.replacing("\"", with: "").utf8)),
            (layout("delimiter: semicolon"), Array(semicolons.utf8)),
            (layout("encoding: utf-16"), [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
            (layout("encoding: gb18030"), Array(text.utf8)), (layout("rows: {others: skipped}"), Array(text.utf8)),
            (layout("key: [date, brand]"), Array(text.utf8)), (layout("decimal: comma"), Array(text.utf8)),
            (UsualRowTests.codedLayout, Array(coded.utf8)),
        ]
    }()

    private static func layout(_ more: String) -> Layout {
        try! LayoutFile.read(SourceText(UsualRowTests.layoutText + "\n" + more, file: "vendor.yaml"))
    }
}
