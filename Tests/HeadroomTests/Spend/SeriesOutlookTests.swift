import Foundation
import Headroom
import Testing

@Suite("The outlook of series")
struct SeriesOutlookTests {
    /// Three years with a season, one that is always the same, one with flights, one of two months.
    private static let text: String = {
        var lines = ["id,t,value"]
        for month in 0..<36 {
            let season = [0, 1, 2, 4, 6, 8, 9, 8, 5, 3, 1, 2][month % 12]
            let name = "\(2023 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)"
            lines.append("seasonal,\(name),\(1_000 + 100 * season + 7 * month)")
            lines.append("same,\(name),5")
            lines.append("flights,\(name),\(month % 5 == month % 3 ? 40 + month : 0)")
            if month > 33 { lines.append("new,\(name),\(month)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }()

    private static func outlook(on workers: Workers) throws -> SeriesOutlook {
        try SeriesOutlook(of: InputFile(path: "series.csv", bytes: Array(text.utf8)), horizon: 6, on: workers)
    }

    /// Forecast once for all tests.
    private static let known = Result { try outlook(on: .one) }
    private func outlook() throws -> SeriesOutlook { try Self.known.get() }

    @Test("the rows of the contract, the same on any number of threads")
    func rows() throws {
        let csv = try outlook().csv
        let lines = csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(lines[0].joined(separator: ",") == "id,h,value,lo80,hi80,lo95,hi95,method")
        #expect(lines.count == 1 + 4 * 6)
        for line in lines.dropFirst() where !line[3].isEmpty {
            let numbers = line[2...6].compactMap { Double($0) }
            #expect(numbers.count == 5)
            #expect(numbers[3] <= numbers[1] && numbers[1] <= numbers[0])
            #expect(numbers[0] <= numbers[2] && numbers[2] <= numbers[4])
        }
        #expect(try Self.outlook(on: Workers(3)).csv == csv)
    }

    @Test("a season is carried on, what never changes stays, and what is too short says so")
    func forecasts() throws {
        let lines = try outlook().lines
        let byName = Dictionary(uniqueKeysWithValues: lines.map { ($0.series.id, $0.forecast) })
        let seasonal = try #require(byName["seasonal"])
        for (position, season) in [0, 1, 2, 4, 6, 8].enumerated() {
            #expect(abs(seasonal.points[position] / Double(1_000 + 100 * season + 7 * (36 + position)) - 1) < 0.05)
        }
        #expect(byName["same"]?.points == Array(repeating: 5, count: 6))
        #expect(byName["new"]?.intervals.isEmpty == true)
        let json = try outlook().answer.json
        let row = try #require(json["rows"]?[0])
        #expect(row["id"] == "seasonal" && row["h"] == 1 && row["t"] == "2026-01" && row["method"] == "combination")
    }

    @Test("the paper reads in both languages")
    func paper() throws {
        let answer = try outlook().answer
        for language in Language.allCases {
            let text = try answer.report(in: language).rendered(as: TextRenderer(width: 80)).text
            #expect(text.contains("seasonal") && text.contains("2026-01"))
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        }
    }
}
