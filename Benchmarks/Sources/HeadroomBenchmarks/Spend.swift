import Foundation
import Headroom

/// A generated month file of 14 columns, read from disk and added up by month, category, brand, medium and region. The
/// answer is held against the sums that were kept while the file was written.
let spend = [
    { () -> Benchmark in
        let file = GeneratedOccurrences(rows: 200_000)
        let layout = Layout.seeds.first { $0.name == "occurrences" }!
        return Benchmark(name: "spend-file-to-cube-200000", units: file.rows) {
            var builder = CubeBuilder(by: [.month, .category, .brand, .medium, .region])
            let reading = try! MonthFileReader(layout).read(file.path) { chunk, _ in builder.update(with: chunk) }
            let delivery = reading.delivery
            let market = MarketData(
                source: delivery.source, currency: delivery.currency, basis: delivery.basis,
                months: delivery.months.map(\.month), countsInsertions: delivery.countsInsertions)
            let cube = try! builder.finish(reading.vocabulary, of: market)
            precondition(
                cube.totalSpend == file.spend && cube.totalInsertions == file.insertions
                    && cube.totalRows == Int64(file.rows), "\(cube.totalSpend), not \(file.spend)")
        }
    }()
]

/// A file in the shape that vendors of monitored occurrences deliver, with quoted and Chinese names.
private struct GeneratedOccurrences {
    let path: String
    let rows: Int
    private(set) var spend: Int64 = 0
    private(set) var insertions: Int64 = 0

    init(rows: Int) {
        self.rows = rows
        path = FileManager.default.temporaryDirectory.appending(path: "headroom-benchmark-\(rows).csv").path
        var state: UInt64 = 11
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        var text =
            "date,month,category,advertiser,brand,product,medium,vehicle,region,daypart,ad_length_s,insertions,spend,currency\n"
        for _ in 0..<rows {
            let month = ["2025-10", "2025-11", "2025-12"][draw(3)]
            let brand = draw(900)
            let name = brand % 3 == 0 ? "\"Brand \(brand), Inc.\"" : brand % 3 == 1 ? "品牌\(brand)" : "Brand \(brand)"
            let (count, cents) = (1 + draw(5), 1 + draw(5_000_000))
            spend += Int64(cents)
            insertions += Int64(count)
            let fraction = String(cents % 100 + 100).dropFirst()
            text +=
                "\(month)-\(10 + draw(18)),\(month),Category \(brand % 40),Group \(brand % 90),\(name),\(name),"
                + "\(["TV Spot", "Radio", "户外", "Digital"][draw(4)]),Vehicle \(draw(400)),济南,Prime,"
                + "\([5, 15, 30][draw(3)]),\(count),\(cents / 100).\(fraction),CNY\n"
        }
        try! Data(text.utf8).write(to: URL(filePath: path))
    }
}
