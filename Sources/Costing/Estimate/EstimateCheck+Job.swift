import Diagnostics
import Monetary
import WorkTime

extension EstimateCheck {
    /// What the head of an estimate must say.
    mutating func checkHead() {
        require(isBlank(draft.name), .name, "no-name", "what it is for", "estimate: Spring launch 2026")
        require(isBlank(draft.client), .client, "no-client", "for which client it is", "client: Example Tea")
        require(draft.currency == nil, .currency, "no-currency", "in which currency its amounts are", "currency: CNY")
        if draft.job == nil {
            report(
                "no-job", "the estimate does not say of which job it is",
                advice: "add a line such as  job: spring-launch", at: nil)
        } else if let job = draft.job, !JobID(job.value).isWellFormed {
            report(
                "bad-id", "“\(job.value)” cannot be the id of a job",
                advice: "write  job:  with an id without blanks, commas and semicolons, such as spring-launch",
                at: job.place)
        }
        if let code = draft.currency, currency == nil { reportUnknownCurrency(code) }
        if let version = draft.version, version.value < 1 {
            report(
                "bad-version", "a version cannot be \(version.value)", advice: "number versions from 1",
                at: version.place)
        }
        if let tax = draft.tax, tax.value < 0 || tax.value >= 1 {
            report(
                "impossible-tax", "a tax cannot be \(tax.value) of what is billed",
                advice: "write it in per cent: 6%", at: tax.place)
        }
    }

    private func isBlank(_ text: Located<String>?) -> Bool { text?.value.allSatisfy(\.isWhitespace) ?? true }

    private mutating func require(
        _ isMissing: Bool, _ part: EstimateDraft.Part, _ fault: String, _ what: String, _ example: String
    ) {
        guard isMissing, !draft.unread.contains(part) else { return }
        report(fault, "the estimate does not say \(what)", advice: "add a line such as  \(example)", at: nil)
    }

    mutating func reportUnknownCurrency(_ code: Located<String>) {
        let nearest = nearestName(to: code.value, among: Currency.known.map(\.code))
        report(
            "unknown-currency", "“\(code.value)” is not the code of a currency",
            advice: nearest.map { "did you mean \($0)?" } ?? "write three capital letters, such as CNY or EUR",
            at: code.place)
    }

    // MARK: Dates

    /// From the first to the last day of the job.
    mutating func jobSpan() -> ClosedRange<CivilDay>? {
        require(draft.start == nil, .start, "no-dates", "when the job starts", "start: 2026-01-05")
        require(draft.finish == nil, .finish, "no-dates", "when the job ends", "finish: 2026-12-31")
        guard let start = draft.start, let finish = draft.finish else { return nil }
        guard start.value <= finish.value else {
            report(
                "finish-before-start", "the job ends on \(finish.value), before it starts on \(start.value)",
                advice: "check both dates", at: finish.place)
            return nil
        }
        return start.value...finish.value
    }

    mutating func checkEffective() {
        guard let effective = draft.effective else { return }
        checkInJob(effective, "the day from which the estimate holds")
    }

    mutating func checkInJob(_ day: Located<CivilDay>, _ subject: String) {
        guard let span, !span.contains(day.value) else { return }
        report(
            "date-outside-job",
            "\(subject), \(day.value), is outside the job, from \(span.lowerBound) to \(span.upperBound)",
            advice: "correct the date, or the start or finish of the job", at: day.place)
    }
}
