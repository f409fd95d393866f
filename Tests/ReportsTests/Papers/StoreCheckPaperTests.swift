import Formats
import Foundation
import MediaSpend
import Monetary
import Testing
import WorkTime

@testable import Reports

@Suite("The paper on store checks")
struct StoreCheckPaperTests {
    private func paper(_ analysis: StoreCheckAnalysis) -> StoreCheckPaper {
        StoreCheckPaper(analysis, source: "店访.csv")
    }

    private func report(_ analysis: StoreCheckAnalysis, _ language: Language = .english) -> Report {
        paper(analysis).report(in: language)
    }

    @Test("reads as it was read and kept, in both languages")
    func golden() throws { try expectGolden(paper(SampleShelves().analysis()), "store-check") }

    @Test("without a client the most widely carried brand leads; without a month before nothing is compared")
    func firstMonth() throws {
        try expectGolden(paper(SampleShelves().analysis("2024-12", client: nil)), "store-check-first-month")
    }

    @Test("the headline counts from the visits themselves")
    func headline() {
        let report = report(SampleShelves().analysis())
        #expect(
            report.headline.sentences[0]
                == "In Dec 2025 清泉 is carried by every one of the 8 stores visited, a distribution of 100.0% (+12.5 pp on Nov 2025, weighted 100.0%)."
        )
        #expect(report.headline.sentences.count == 3)
    }

    @Test("a client that no store carries is said to be missing, and a month in which nothing is carried as well")
    func missing() {
        var shelves = SampleShelves()
        let gone = report(shelves.analysis(client: "君山"))
        #expect(gone.headline.sentences == ["In Dec 2025 none of the 8 stores visited carries 君山."])
        #expect(gone.headline.tone == .bad)
        let unknown = report(shelves.analysis(client: "Nobody"))
        #expect(unknown.headline.sentences == ["In Dec 2025 none of the 8 stores visited carries Nobody."])
        shelves.observations = [ShelfObservation(store: 0, product: 0, on: CivilDay("2025-12-01")!, isHandled: false)]
        let nothing = report(shelves.analysis(client: nil))
        #expect(nothing.headline.sentences == ["In Dec 2025 none of the 1 store visited handles any of the products."])
        #expect(nothing.sections.flatMap(\.blocks).allSatisfy { if case .table = $0 { false } else { true } })
    }

    @Test("what was not recorded makes no section", arguments: Language.allCases)
    func unrecorded(language: Language) {
        var shelves = SampleShelves()
        shelves.records = []
        let ids = report(shelves.analysis(), language).tables.map(\.id)
        #expect(ids == ["distribution", "products", "listings", "regions", "formats", "not-visited", "photos"])
    }

    @Test("no name of the data becomes markup, a formula, or moves a cursor", arguments: hostileNames)
    func hostile(name: String) throws {
        var shelves = SampleShelves()
        shelves.stores = shelves.stores.map {
            CheckedStore($0.name + name, region: name, format: name, turnover: $0.turnover)
        }
        shelves.products = shelves.products.map {
            ShelfProduct($0.name + name, brand: $0.brand + name, category: name, size: $0.size)
        }
        for language in Language.allCases {
            let report = report(shelves.analysis(client: "清泉" + name), language)
            let page = try report.rendered(as: .html).text
            #expect(!page.lowercased().contains("<script"))
            #expect(page.components(separatedBy: "</svg>").count == page.components(separatedBy: "<svg").count)
            let text = try report.rendered(as: .text(width: 80)).text
            #expect(text.split(separator: "\n").allSatisfy { String($0).columns <= 80 })
            for (path, sheet) in unzipped(try report.rendered(as: .xlsx).files[0].bytes)
            where path.hasPrefix("xl/worksheets/sheet") {
                #expect(!sheet.contains("<f>"))
            }
        }
    }

    @Test("photos are links on pages and sheets; what may not be followed stays a text")
    func links() throws {
        var shelves = SampleShelves()
        let photos = [
            "javascript:alert(1)", "https://photos.example/a?b=1&c=\"", "照片/店 1#2.jpg", "https://photos.example/1.jpg",
            "photos/1.jpg",
        ]
        shelves.observations = [
            ShelfObservation(store: 0, product: 0, on: CivilDay("2025-12-01")!, facings: 1, photos: photos)
        ]
        let report = report(shelves.analysis())
        let table = try #require(report.tables.first { $0.id == "photos" })
        #expect(table.rows.count == 5)
        #expect(
            table.rows.compactMap { $0.last?.link?.text }.sorted() == [
                "https://photos.example/1.jpg", "photos/1.jpg", "照片/店 1#2.jpg",
            ])
        let page = try report.rendered(as: .html).text
        #expect(page.contains("<a href=\"https://photos.example/1.jpg\" rel=\"noopener noreferrer\">"))
        #expect(page.contains("<a href=\"%E7%85%A7%E7%89%87/%E5%BA%97%201%232.jpg\""))
        #expect(!page.contains("href=\"javascript"))
        let parts = unzipped(try report.rendered(as: .xlsx).files[0].bytes)
        let targets = parts.filter { $0.key.contains("_rels/sheet") }.values.joined()
        #expect(targets.contains("Target=\"https://photos.example/1.jpg\""))
        #expect(!targets.contains("javascript"))
        #expect(parts["xl/sharedStrings.xml"]?.contains("photos/1.jpg") == true)
        #expect(String(describing: report.json).contains("photos/1.jpg"))
    }

    @Test(
        "where one store has no turnover, weighted distribution is not available and says why; without any it is left out"
    )
    func turnover() throws {
        var shelves = SampleShelves()
        let weighted = { (report: Report) in
            report.tables[0].columns.firstIndex { $0.heading == "Weighted" }.map { report.tables[0].rows[0][$0].figure }
        }
        shelves.stores[3] = CheckedStore(shelves.stores[3].name, region: "East")
        #expect(
            weighted(report(shelves.analysis())) == .absent(reason: "not every visited store has a turnover"))
        shelves.stores = shelves.stores.map { CheckedStore($0.name) }
        #expect(weighted(report(shelves.analysis())) == nil)
        #expect(report(shelves.analysis()).tables[0].remark?.contains("turnover") == false)
    }

    @Test("several categories are told apart")
    func categories() throws {
        var shelves = SampleShelves()
        shelves.products[4] = ShelfProduct("Crisps", brand: "清泉", category: "Snacks", size: "50 g")
        let report = report(shelves.analysis())
        #expect(report.subtitle == "All categories")
        #expect(report.headline.sentences[0].contains("清泉 (Tea)"))
        #expect(report.tables[0].columns.map(\.heading).contains("Category"))
        #expect(self.report(shelves.analysis(category: "Snacks")).subtitle == "Snacks")
    }
}
