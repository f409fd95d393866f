import Diagnostics
import GRDB
import MediaSpend
import Testing
import WorkTime

@testable import Store

@Suite("What is kept beside deliveries")
struct QualityStoreTests {
    private let source = "监测"
    private let november = CivilMonth(year: 2025, month: 11)!

    private func store(
        _ made: MadeDelivery, _ quality: DeliveryQuality = DeliveryQuality(), in session: StoringSession
    ) throws -> StoringResult {
        try session.store(
            from: source,
            reading: { writer in
                for chunk in made.chunks { try writer.append(chunk, named: made.names) }
                return (made.delivery, made.names)
            }, checking: { _, _ in (quality, try figures(of: made)) })
    }

    private func figures(of made: MadeDelivery) throws -> QualityFigures {
        var builder = QualityFiguresBuilder()
        for chunk in made.chunks { builder.update(with: chunk) }
        return builder.finish(made.names).figures
    }

    private func listed(_ figures: QualityFigures?) -> [[UInt8]] {
        guard let figures else { return [] }
        return [figures.prices, figures.days, figures.regions, figures.owners].map { $0.bytes() }
    }

    @Test("comes back as it was, with who accepted what and why, and is never written again")
    func quality() throws {
        let workspace = try Workspace.inMemory()
        let issue = QualityIssue(
            .unitPrice, .blocked, month: november, count: 2, cases: [.init(["卫视", "Prime"], amount: 5, usual: 1)],
            amount: 9, usual: nil, measure: 0.5)
        let report = QualityReport(
            [issue], accepting: [QualityAcceptance(.unitPrice, by: "李\"四", because: "涨价\n已核实")])
        let kept = DeliveryQuality(report, columns: ["月份", "a,b"])
        let result = try workspace.storing { session in
            try store(MadeDelivery(rows: 500), kept, in: session)
        }
        #expect(try workspace.quality(of: source) == [result.delivery.id: kept])
        #expect(throws: (any Error).self) {
            try workspace.write { database -> Bool? in
                try database.execute(sql: "UPDATE spend_quality SET contents = '{}'")
                return true
            }
        }
        #expect(try workspace.quality(of: "elsewhere") == [:])
    }

    @Test("figures that were kept are those that the columns give, and serve where the columns would")
    func figures() throws {
        let workspace = try Workspace.inMemory()
        let made = MadeDelivery(rows: 3_000, months: 3)
        _ = try workspace.storing { try store(made, in: $0) }
        let months = Set(made.delivery.months.map(\.month))
        try workspace.storing { session in
            let history = session.history(of: source)
            for month in months.sorted() {
                let kept = try history.figures(of: [month])
                let counted = try #require(try history.countedFigures(of: [month]))
                #expect(sums(kept) == sums([counted]))
            }
            let all = try history.figures(of: months)
            #expect(all.count == months.count)
            #expect(sums(all) == sums([try #require(try history.countedFigures(of: months))]))
        }
    }

    @Test("damaged figures are not used: the columns answer")
    func damagedFigures() throws {
        let workspace = try Workspace.inMemory()
        _ = try workspace.storing { try store(MadeDelivery(rows: 300), in: $0) }
        _ = try workspace.write { database -> Bool? in
            try database.execute(sql: "UPDATE spend_figures SET data = x'00ff00ff'")
            return true
        }
        try workspace.storing { session in
            let history = session.history(of: source)
            let kept = try history.figures(of: [november])
            #expect(sums(kept) == sums([try #require(try history.countedFigures(of: [november]))]))
        }
    }

    @Test("bytes of figures come back, and others are refused", arguments: 1...200)
    func bytes(seed: UInt64) throws {
        let cells = try figures(of: MadeDelivery(rows: 40, seed: seed)).prices
        let bytes = cells.bytes()
        #expect(FigureCells(bytes, by: QualityFigures.priceDimensions)?.bytes() == bytes)
        var random = SplitMix(state: seed)
        var hostile = bytes
        for _ in 0..<3 {
            hostile[Int(random.next() % UInt64(hostile.count))] = UInt8(truncatingIfNeeded: random.next())
        }
        _ = FigureCells(hostile, by: QualityFigures.priceDimensions)
        #expect(FigureCells(Array(bytes.dropLast()), by: QualityFigures.priceDimensions) == nil)
        #expect(FigureCells(bytes + [0], by: QualityFigures.priceDimensions) == nil)
    }

    @Test("figures of months that no later one is compared with are let go of")
    func window() throws {
        let workspace = try Workspace.inMemory()
        for number in 0..<16 {
            _ = try workspace.storing { session in
                try store(
                    MadeDelivery(rows: 20, seed: UInt64(number), from: november.advanced(by: number), months: 1),
                    in: session)
            }
        }
        let kept = try workspace.read { database in
            try String.fetchAll(database, sql: "SELECT month FROM spend_figures ORDER BY month")
        }
        #expect(kept.count == QualityGate.window + 1)
        #expect(kept.last == november.advanced(by: 15).description)
    }

    @Test("several deliveries come together or not at all")
    func together() throws {
        struct Refusal: Error {}
        let folder = try TemporaryFolder()
        _ = try Workspace(at: folder.path("w")).storing { try store(MadeDelivery(rows: 100), in: $0) }
        let before = try folder.bytes("w")
        #expect(throws: Refusal.self) {
            try Workspace(at: folder.path("w")).storing { session in
                _ = try store(MadeDelivery(rows: 5_000, seed: 2), in: session)
                _ = try store(MadeDelivery(rows: 5_000, seed: 3), in: session)
                throw Refusal()
            }
        }
        #expect(try folder.bytes("w") == before)
        let workspace = try Workspace.inMemory()
        try workspace.storing { session in
            _ = try store(MadeDelivery(rows: 50, seed: 4), in: session)
            #expect(throws: Refusal.self) {
                try session.store(
                    from: source,
                    reading: { writer in
                        let made = MadeDelivery(rows: 70, seed: 5)
                        for chunk in made.chunks { try writer.append(chunk, named: made.names) }
                        return (made.delivery, made.names)
                    }, checking: { _, _ in throw Refusal() })
            }
            _ = try store(MadeDelivery(rows: 60, seed: 6), in: session)
        }
        #expect(try workspace.deliveries().map(\.delivery.rows) == [50, 60])
        #expect(try workspace.deliveries().map(\.id.rawValue) == [1, 2])
    }

    @Test("a figure is named as it was published, whatever a later delivery calls things")
    func namesAsOf() throws {
        let workspace = try Workspace.inMemory()
        var made: [MadeDelivery] = []
        for (number, label) in ["旧名", "中名", "新名"].enumerated() {
            var delivery = MadeDelivery(rows: 400, seed: UInt64(number + 1))
            let code = delivery.names[.brand].code(for: "品牌“3” brand")
            delivery.names[.brand].relabel(code, label)
            made.append(delivery)
        }
        let ids = try made.map { delivery in try workspace.storing { try store(delivery, in: $0).delivery.id } }
        for (id, delivery) in zip(ids, made) {
            let names = try delivery.cube(by: [.brand]).names(in: .brand)
            #expect(try workspace.cube(of: source, by: [.brand], .asOf(id))?.names(in: .brand) == names)
            #expect(try workspace.cube(of: source, by: [.brand], .only(id))?.names(in: .brand) == names)
        }
        #expect(try workspace.cube(of: source, by: [.brand])?.names(in: .brand).contains("新名") == true)
        let changes = try workspace.quality(of: source)[ids[1]]?.nameChanges
        #expect(changes?.map { [$0.from, $0.to] } == [["旧名", "中名"]])
    }

    @Test("says which delivery each month comes from, and whether it was stated before")
    func origins() throws {
        let workspace = try Workspace.inMemory()
        for (seed, month, count) in [(1, 0, 2), (2, 1, 2), (3, 0, 1)] {
            let made = MadeDelivery(rows: 900, seed: UInt64(seed), from: november.advanced(by: month), months: count)
            _ = try workspace.storing { try store(made, in: $0) }
        }
        func said(_ choice: DeliveryChoice) throws -> [String] {
            try workspace.origins(of: source, choice).map { "\($0.month) \($0.delivery) \($0.isRestated)" }
        }
        #expect(try said(.latest) == ["2025-11 3 true", "2025-12 2 true", "2026-01 2 false"])
        #expect(try said(.asOf(DeliveryID(rawValue: 1))) == ["2025-11 1 false", "2025-12 1 false"])
    }

    @Test("a workspace that was only opened is blank")
    func blank() throws {
        let workspace = try Workspace.inMemory()
        #expect(try workspace.isBlank())
        _ = try workspace.storing { try store(MadeDelivery(rows: 10), in: $0) }
        #expect(try !workspace.isBlank())
    }

    /// What figures add up to by names, in any order.
    private func sums(_ figures: [QualityFigures]) -> [[String: [Int64]]] {
        [\QualityFigures.prices, \.days, \.regions, \.owners].map { table in
            figures.reduce(into: [:]) { sums, figures in
                sums.merge(figures[keyPath: table].listed) { zip($0, $1).map(+) }
            }
        }
    }
}
