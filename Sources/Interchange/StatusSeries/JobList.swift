import Costing
public import Diagnostics
import Formats
public import Monetary
public import WorkTime

/// The jobs of a folder as its list states them, one a line:
/// ```csv
/// id,name,currency,bac,planned_start,planned_end
/// spring,Spring launch,CNY,240000.00,2026-02-02T09:00:00,2026-05-29T18:00:00
/// ```
/// The name may be missing; columns that are not named here are not read.
public struct JobList: Sendable {
    /// A job of the list.
    public struct Job: Hashable, Sendable {
        /// What the job's files are called by.
        public let id: String
        /// The id, when the list has no name.
        public let name: String
        public let currency: Currency
        /// Above zero.
        public let budgetAtCompletion: Money
        public let plannedStart: CivilMinute
        public let plannedFinish: CivilMinute
        /// Where the list names it.
        public let place: SourcePlace?
    }

    /// Those that can be read, each id once.
    public let jobs: [Job]
    public let findings: [Finding]

    /// - Parameters:
    ///   - bytes: the whole file, of UTF-8 text.
    ///   - file: its name as the user gave it.
    public init(_ bytes: [UInt8], file: String) {
        let source = SourceText(String(decoding: bytes, as: UTF8.self), file: file)
        let table = CSVTable(
            bytes, file: file, delimiter: .guess(from: bytes), required: JobColumn.allCases.map(\.rawValue))
        var found = table.findings
        var jobs: [Job] = []
        if let header = table.header {
            // The currency of the table is not used: each job names its own.
            var rows = CostTable<JobColumn>(header, table.records, currency: .eur)
            jobs = rows.jobs(namedBy: header.position(of: "name"))
            found.report(contentsOf: rows.findings)
            if rows.records.isEmpty, !found.hasErrors { found.report(Self.empty(file)) }
        }
        self.jobs = jobs
        findings = found.inReadingOrder.map { source.showing($0) }
    }

    private static func empty(_ file: String) -> Finding {
        Finding(
            "cost.no-job", .error, "the list has no job", advice: "add a line for each job",
            at: SourcePlace(file: file, line: 1, column: 1))
    }
}

extension CostTable<JobColumn> {
    fileprivate mutating func jobs(namedBy nameColumn: Int?) -> [JobList.Job] {
        var seen: Set<String> = []
        return records.compactMap { record in
            guard let job = job(record, namedBy: nameColumn) else { return nil }
            guard seen.insert(job.id).inserted else {
                report(
                    Finding(
                        "cost.duplicate-job", .error, "the job “\(job.id)” is listed again",
                        advice: "keep one line for each job", at: job.place))
                return nil
            }
            return job
        }
    }

    private mutating func job(_ record: CSVRecord, namedBy nameColumn: Int?) -> JobList.Job? {
        let id = jobID(record)
        let currency = namedCurrency(record)
        var budget: Money?
        if let currency { budget = approved(record, currency.value) }
        let start = statusDate(.start, record)
        let finish = statusDate(.finish, record)
        guard let id, let currency, let budget, let start, let finish else { return nil }
        let name = nameColumn.map { record[$0].trimmed } ?? ""
        let begin = start.value.asStart
        guard begin < finish.value.instant else {
            report(
                Finding(
                    "cost.job-ends-early", .error,
                    "the job ends at \(finish.value), before its start at \(start.value)",
                    advice: "check both dates", at: finish.place))
            return nil
        }
        return JobList.Job(
            id: id.value, name: name.isEmpty ? id.value : name, currency: currency.value,
            budgetAtCompletion: budget, plannedStart: begin, plannedFinish: finish.value.instant, place: id.place)
    }

    /// A name that a file can be called by.
    private mutating func jobID(_ record: CSVRecord) -> Located<String>? {
        read(.id, record) { text throws(TextFault) in
            guard !text.isEmpty, !text.contains("/"), !text.hasPrefix(".") else {
                throw TextFault(
                    "cost.bad-job-id", text.isEmpty ? "the job has no id" : "“\(text)” cannot name the files of a job",
                    advice: "give it an id of letters, digits and hyphens, by which its files are called")
            }
            return text
        }
    }

    private mutating func namedCurrency(_ record: CSVRecord) -> Located<Currency>? {
        read(.currency, record) { text throws(TextFault) in
            do throws(MonetaryFault) {
                return try Currency(text == "€" ? "EUR" : text == "£" ? "GBP" : text)
            } catch {
                throw TextFault(
                    "cost.bad-currency", "“\(text)” is not a currency", advice: "name it by its code, such as CNY")
            }
        }
    }

    private mutating func approved(_ record: CSVRecord, _ currency: Currency) -> Money? {
        let style = style
        let budget = read(.budget, record) { text throws(TextFault) in
            do throws(AmountFault) {
                let budget = try Money(text, currency, style: style)
                if budget.minorUnits > 0 { return budget }
            } catch {
                throw TextFault("cost.bad-amount", "“\(text)” \(error)", advice: error.advice)
            }
            throw TextFault(
                "cost.no-budget", "the budget of \(text) is not above zero", advice: "state what was approved")
        }
        return budget?.value
    }
}
