import Headroom

extension NewPlan.Outlook {
    /// Whether the plan can be kept, in two lines.
    var sentences: String {
        var kept = isFeasible ? "It can be kept" : "It cannot be kept"
        if let air { kept += ": promised for \(air.promised.day), \(headroom(air.timeHeadroom))" }
        kept += "; all done on \(finish.day)."
        if let tightest, let spare = tightest.headroom {
            let what = "\(tightest.deadline.kind.rawValue) of \(tightest.vehicle.id)"
            kept += " Tightest: \(what), due \(tightest.deadline.due.day), \(headroom(spare))."
        }
        let beginning = "It begins on \(start)" + (isStartChosen ? "" : " as asked")
        let latest = latestStart.map { "; the latest safe start is \($0.day)" } ?? ""
        return "\(kept)\n\(beginning)\(latest)."
    }

    private func headroom(_ minutes: WorkMinutes) -> String {
        let length = WorkLength(WorkMinutes(abs(minutes.count)), perDay: minutesPerDay)
        let words = Phrasebook(.english).work(length)
        return minutes < .zero ? "\(words) late" : "\(words) to spare"
    }
}
