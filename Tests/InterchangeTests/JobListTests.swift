import Diagnostics
import Interchange
import Monetary
import Testing
import WorkTime

@Suite("A list of jobs")
struct JobListTests {
    private static let header = "id,name,currency,bac,planned_start,planned_end,n_activities\n"

    private func list(_ rows: String) -> JobList { JobList(Array((Self.header + rows).utf8), file: "projects.csv") }

    @Test("states what each job is called, costs and takes, with the currency by code or sign")
    func reads() throws {
        let list = list(
            "spring,Spring launch,CNY,240000.00,2026-02-02T09:00:00,2026-05-29T18:00:00,12\n"
                + "autumn,,€,1200.50,2026-09-01,2026-11-30,3\n")
        #expect(list.findings == [])
        #expect(list.jobs.map(\.id) == ["spring", "autumn"])
        #expect(list.jobs.map(\.name) == ["Spring launch", "autumn"])
        #expect(list.jobs[0].budgetAtCompletion == (try Money("240000.00", .cny)))
        #expect(list.jobs[1].budgetAtCompletion == (try Money("1200.50", .eur)))
        #expect(list.jobs[1].plannedStart.description == "2026-09-01T00:00")
        #expect(list.jobs[1].plannedFinish.description == "2026-12-01T00:00")
    }

    @Test(
        "finds each fault with its line",
        arguments: [
            ("a,A,CNY,100,2026-01-01,2026-02-01,1\na,A,CNY,100,2026-01-01,2026-02-01,1\n", "cost.duplicate-job", 3),
            ("../a,A,CNY,100,2026-01-01,2026-02-01,1\n", "cost.bad-job-id", 2),
            (",A,CNY,100,2026-01-01,2026-02-01,1\n", "cost.bad-job-id", 2),
            ("a,A,EUX,100,2026-01-01,2026-02-01,1\n", "cost.bad-currency", 2),
            ("a,A,CNY,12abc,2026-01-01,2026-02-01,1\n", "cost.bad-amount", 2),
            ("a,A,CNY,0,2026-01-01,2026-02-01,1\n", "cost.no-budget", 2),
            ("a,A,CNY,100,soon,2026-02-01,1\n", "cost.bad-date", 2),
            ("a,A,CNY,100,2026-03-01,2026-02-01,1\n", "cost.job-ends-early", 2),
            ("", "cost.no-job", 1),
        ])
    func faults(rows: String, id: String, line: Int) throws {
        let found = list(rows).findings.filter { $0.severity == .error }
        #expect(found.map(\.id.rawValue) == [id])
        #expect(found.first?.place?.line == line)
    }

    @Test("finds all faults at once")
    func allAtOnce() {
        let found = list("a/b,A,EUX,100,soon,2026-02-01,1\n").findings
        #expect(found.map(\.id.rawValue) == ["cost.bad-job-id", "cost.bad-currency", "cost.bad-date"])
    }
}
