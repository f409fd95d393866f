import Foundation
import Headroom

/// The five questions of a monthly paper, asked of a workspace: `headroom-benchmarks spend-queries STORE REPS`.
///
/// Prints the time of each as the median of so many askings, and that of one first pass through all five with the
/// opening of the workspace, in milliseconds.
struct SpendQueries {
    private let workspace: Workspace
    private let source: String
    private let month = CivilMonth("2025-12")!
    private let category = "啤酒"

    init(store: String) throws {
        workspace = try Workspace(at: store)
        source = try workspace.spendSources().first!
    }

    /// Asks a question, and gives the number of lines of its answer.
    func ask(_ question: Int) throws -> Int {
        let months = ComparedMonths(month)
        switch question {
        case 1:
            let spend = try table([.brand], in: [month, months.previous, months.yearAgo], category)
            return ShareOfSpend(spend, in: month).lines.count
        case 2:
            let span = months.movingYearPrevious.lowerBound...month
            return MovingAnnualTotal(try table([.brand], in: Array(span)), through: month).lines.count
        case 3:
            let span = months.yearToDatePrevious.lowerBound...month
            return MediaMix(try table([.category, .medium], in: Array(span)), in: month).lines.count
        case 4:
            return Concentration.byCategory(try table([.category, .brand], in: [month]), in: month).count
        default:
            return Movers(try table([.brand], in: [month, months.previous]), in: month).lines.count
        }
    }

    private func table(
        _ dimensions: [SpendDimension], in months: [CivilMonth], _ category: String? = nil
    ) throws -> MonthlySpend {
        var filter = CubeFilter(months: Set(months))
        if let category { filter.names[.category] = [category] }
        let cube = try workspace.cube(of: source, by: dimensions + [.month], where: filter)
        return MonthlySpend(cube!, by: dimensions, in: ComparedMonths(month).window)
    }
}

/// Times the questions, and prints one line of JSON.
func measureSpendQueries(store: String, repetitions: Int) throws {
    let clock = ContinuousClock()
    func milliseconds(_ duration: Duration) -> Double {
        Double(duration.components.attoseconds) / 1e15 + Double(duration.components.seconds) * 1e3
    }
    var queries: SpendQueries?
    var lines: [Int] = []
    let cold = try clock.measure {
        let opened = try SpendQueries(store: store)
        lines = try (1...5).map { try opened.ask($0) }
        queries = opened
    }
    precondition(lines.allSatisfy { $0 > 0 }, "a question without an answer: \(lines)")
    var members: [String] = []
    for question in 1...5 {
        var times: [Double] = []
        for _ in 0..<max(1, repetitions) {
            var count = 0
            times.append(milliseconds(try clock.measure { count = try queries!.ask(question) }))
            precondition(count == lines[question - 1], "question \(question) was answered by \(count) lines")
        }
        members.append("\"q\(question)\":\(times.sorted()[times.count / 2])")
    }
    print("{\(members.joined(separator: ",")),\"cold\":\(milliseconds(cold))}")
}
