public import Diagnostics
import Formats
public import Monetary
public import WorkTime

/// What a client really paid, as a table: the columns `month,medium,amount`, one record a month and medium.
///
/// Findings: those of `CSVTable`, `actuals.no-month`, `actuals.no-medium`, `actuals.no-amount`, `actuals.twice`,
/// `actuals.too-large`.
public enum ActualsFile {
    /// What was paid in a month for a medium.
    public struct Payment: Hashable, Sendable {
        public let month: CivilMonth
        public let medium: Located<String>
        public let amount: Money
    }

    /// - Returns: the payments in the order of the file.
    /// - Throws: a `Rejection` with everything that is wrong with the file.
    public static func read(_ source: SourceText, in currency: Currency) throws(Rejection) -> [Payment] {
        let bytes = Array(source.text.utf8)
        let table = CSVTable(
            bytes, file: source.file, delimiter: CSVDelimiter.guess(from: bytes),
            required: ["month", "medium", "amount"])
        var findings = table.findings
        var payments: [Payment] = []
        var seen: Set<String> = []
        if table.header != nil, !findings.hasErrors {
            for record in table.records {
                let fields = LocatedFields(table, record)
                guard let payment = payment(fields, currency, &findings) else { continue }
                let isTwin = !seen.insert("\(payment.month) \(payment.medium.value)").inserted
                if isTwin {
                    findings.report(
                        Finding(
                            "actuals.twice", .error, "\(payment.month) has \(payment.medium.value) twice",
                            advice: "add the two up, or leave one out", at: fields.place))
                }
                payments.append(payment)
            }
        }
        // What is added up later must be a number.
        let sum = payments.reduce(Int128(0)) { $0 + Int128($1.amount.minorUnits.magnitude) }
        if sum > Int128(Int64.max) {
            findings.report(
                Finding(
                    "actuals.too-large", .error, "the amounts add up to more than money can state",
                    advice: "check them for digits that do not belong to them", at: payments.last?.medium.place))
        }
        try FindingList(findings.inReadingOrder.map(source.showing)).throwIfErrors()
        return payments
    }

    /// Reports all that is wrong with a record, not only the first.
    private static func payment(
        _ fields: LocatedFields, _ currency: Currency, _ findings: inout FindingList
    ) -> Payment? {
        func report(_ id: FindingID, _ column: String, _ message: String, _ advice: String) {
            findings.report(
                Finding(id, .error, message, advice: advice, at: fields[column]?.place ?? fields.place))
        }
        let month = fields["month"].flatMap { CivilMonth($0.value) }
        if month == nil {
            report(
                "actuals.no-month", "month", "“\(fields["month"]?.value ?? "")” is no month",
                "write a month such as 2025-12")
        }
        let medium = fields["medium"]
        if medium == nil {
            report("actuals.no-medium", "medium", "no medium is named", "write its name as the spend data do")
        }
        let amount = fields["amount"].flatMap { try? Money($0.value, currency) }
        if amount == nil {
            report(
                "actuals.no-amount", "amount",
                "“\(fields["amount"]?.value ?? "")” is no amount of \(currency.code)",
                "write digits alone, such as 125000.00")
        }
        guard let month, let medium, let amount else { return nil }
        return Payment(month: month, medium: medium, amount: amount)
    }
}
