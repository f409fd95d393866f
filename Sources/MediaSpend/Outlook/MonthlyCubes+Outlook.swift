import Statistics
import WorkTime

extension MonthlyCubes {
    /// What the next months are expected to bring.
    func outlook(of client: String?, _ forecasts: (OutlookDraft) -> [SeriesForecast]) -> Derived<SpendOutlook> {
        Self.outlook(from: courses, of: client, forecasts)
    }

    /// What became of the outlook that was made a month ago.
    func outlookCheck(of client: String?, _ forecasts: (OutlookDraft) -> [SeriesForecast]) -> Derived<OutlookCheck> {
        guard let courses else { return .absent(.notDelivered) }
        let last = month.advanced(by: -1)
        let before = coursesBefore?.ending(with: last) ?? courses.ending(with: last)
        switch Self.outlook(from: before, of: client, forecasts) {
        case .absent(let reason): return .absent(reason)
        case .value(let outlook):
            let check = OutlookCheck(of: outlook, against: courses, isAsPublished: coursesBefore != nil)
            return check.map(Derived.value) ?? .absent(.notDelivered)
        }
    }

    private static func outlook(
        from courses: SpendCourses?, of client: String?, _ forecasts: (OutlookDraft) -> [SeriesForecast]
    ) -> Derived<SpendOutlook> {
        guard let courses else { return .absent(.notDelivered) }
        guard let draft = OutlookDraft(courses, client: client) else { return .absent(.historyTooShort) }
        return SpendOutlook(draft, forecasts(draft)).map(Derived.value) ?? .absent(.tooLarge)
    }
}
