import Glibc

/// One piece of work that is timed, with the answer it must give.
///
/// A benchmark that gives a wrong answer stops the run: a fast wrong answer is worth nothing.
struct Benchmark: Sendable {
    let name: String
    /// What one run works through: activities, statuses, rows.
    let units: Int
    /// How often it is timed.
    var runs = 5
    /// Whether it runs once before it is timed; what takes long by itself does not.
    var warmsUp = true
    /// Does the work once; traps when the answer is wrong.
    let run: @Sendable () -> Void

    /// Runs it for the record and prints a line of JSON.
    func measure() {
        if warmsUp { run() }
        let timings = (0..<runs).map { _ in Timing.of(run) }
        let best = timings.min { $0.processor < $1.processor }!
        let median = timings.map(\.wall).sorted()[runs / 2]
        let perSecond = Double(units) / best.processor
        print(
            """
            {"benchmark":"\(name)","units":\(units),"runs":\(runs),"bestCPUSeconds":\(best.processor.rounded6),\
            "medianWallSeconds":\(median.rounded6),"unitsPerCPUSecond":\(Int(perSecond))}
            """)
    }
}

/// Seconds that a piece of work took, by the clock and by the processor.
struct Timing {
    let wall: Double
    let processor: Double

    static func of(_ work: () -> Void) -> Timing {
        let began = (now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID))
        work()
        return Timing(wall: now(CLOCK_MONOTONIC) - began.0, processor: now(CLOCK_PROCESS_CPUTIME_ID) - began.1)
    }

    private static func now(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension Double {
    /// To the microsecond.
    var rounded6: Double { (self * 1e6).rounded() / 1e6 }
}
