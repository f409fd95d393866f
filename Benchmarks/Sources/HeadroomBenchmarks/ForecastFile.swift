import Foundation
import Headroom
import Statistics

/// Forecasts every series of a file: `headroom-benchmarks forecasts FILE.csv THREADS`.
///
/// The file has the rows `id,part,t,value`, where part is `train` or `test`, in order, as the M competitions are often kept. The
/// periods of each series' test are forecast from its training, with a season of twelve. Prints the rows `id,h,value`; a line of
/// JSON with the time and what the intervals held goes to standard error.
func forecastFile(at path: String, threads: Int) throws {
    let series = try TestedSeries.all(inFileAt: path)
    var lines = ["id,h,value"]
    var held = [0.0, 0.0, 0.0]
    let timing = Timing.of {
        Workers(threads).inOrder(series.count) {
            series[$0].forecast
        } handOn: { found in
            lines += found.lines
            for (index, share) in found.held.enumerated() { held[index] += share / Double(series.count) }
        }
    }
    print(lines.joined(separator: "\n"))
    let shares = held.map { "\($0.rounded6)" }.joined(separator: ",")
    let report = """
        {"series":\(series.count),"threads":\(threads),"wallSeconds":\(timing.wall.rounded6),\
        "CPUSeconds":\(timing.processor.rounded6),"held50_80_95":[\(shares)]}\n
        """
    FileHandle.standardError.write(Data(report.utf8))
}

/// A series, and what came after it.
private struct TestedSeries: Sendable {
    let id: String
    var training: [Double] = []
    var test: [Double] = []

    static func all(inFileAt path: String) throws -> [TestedSeries] {
        let rows = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
        return rows.reduce(into: []) { all, row in
            let fields = row.split(separator: ",", omittingEmptySubsequences: false)
            precondition(fields.count == 4, "a row of \(fields.count) fields: \(row)")
            if all.last?.id != String(fields[0]) { all.append(TestedSeries(id: String(fields[0]))) }
            let value = Double(fields[3])!
            if fields[1] == "train" { all[all.count - 1].training.append(value) }
            if fields[1] == "test" { all[all.count - 1].test.append(value) }
        }
    }

    var forecast: (lines: [String], held: [Double]) {
        let found = SeriesForecast(of: try! SeriesHistory(training), horizon: test.count)
        let lines = found.points.enumerated().map { "\(id),\($0.offset + 1),\($0.element)" }
        return (lines, found.intervals.map { $0.coverage(of: test) ?? 0 })
    }
}
