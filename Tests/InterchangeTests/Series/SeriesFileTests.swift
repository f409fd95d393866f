import Diagnostics
import Interchange
import Testing
import WorkTime

@Suite("A file of series")
struct SeriesFileTests {
    private func series(_ text: String) throws -> [SeriesFile.Series] {
        try SeriesFile(reading: Array(text.utf8), file: "series.csv").series
    }

    private func findings(_ text: String) -> [String] {
        let rejection = #expect(throws: Rejection.self) { try series(text) }
        return (rejection?.findings ?? []).map { "\($0.id.rawValue) \($0.place?.line ?? 0):\($0.place?.column ?? 0)" }
    }

    @Test("records in any order, columns in any order, others beside them, names with commas and in Chinese")
    func reading() throws {
        let found = try series(
            """
            t,part,id,value
            2025-02,train,"雪花, 电视",2.5
            2025-01,train,"雪花, 电视",1e3
            7,train,b,-4
            8,train,b,0
            """)
        #expect(found.map(\.id) == ["雪花, 电视", "b"])
        #expect(found.map(\.values) == [[1_000, 2.5], [-4, 0]])
        #expect(found[0].lastPeriod.advanced(by: 11).description == "2026-01")
        #expect(found[1].lastPeriod == .number(8))
        #expect(try series("id,t,value\n").isEmpty)
    }

    @Test("everything that is wrong is said at once, with its place")
    func faults() {
        #expect(
            findings(
                """
                id,t,value
                a,1,1
                ,2,1
                a,spring,1
                a,4,much
                a,5,
                a,6,nan
                a,7,1e999
                """) == [
                    "series.no-id 3:1", "series.no-period 4:3", "series.gap 5:3", "series.no-value 5:5",
                    "series.no-value 6:5", "series.no-value 7:5", "series.no-value 8:5",
                ])
        #expect(
            findings("id,t,value\na,1,1\na,1,2\na,4,1\nb,1,1\nb,2025-01,1\n").sorted()
                == ["series.gap 4:3", "series.mixed-periods 6:3", "series.twice 3:3"].sorted())
        #expect(findings("") == ["csv.empty 1:1"])
        #expect(findings("id,value\na,1\n").count == 1)
    }
}
