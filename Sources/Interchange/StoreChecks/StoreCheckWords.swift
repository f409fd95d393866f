import Diagnostics
import Formats
import Monetary
import WorkTime

/// Dates, prices and yes or no as field staff write them. Each throws a ``TextFault`` that says what would be right.
enum StoreCheckWords {
    /// `2025-12-03`, `2025/12/3`, `2025.12.3`, `2025年12月3日` or `20251203`, with a time behind it that is not looked at.
    ///
    /// - Throws: `store-check.bad-date`.
    static func day(_ text: String) throws(TextFault) -> CivilDay {
        guard !text.isEmpty else {
            throw TextFault(
                badDate, "the date of the visit is missing", advice: "write year, month and day: 2025-12-03")
        }
        let date = text.prefix { !$0.isWhitespace && $0 != "T" }
        var parts = date.split { "-/.年月日".contains($0) }
        if parts.count == 1, date.utf8.count == 8 {
            parts = [date.prefix(4), date.dropFirst(4).prefix(2), date.dropFirst(6)]
        }
        let isDigits = parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard parts.count == 3, isDigits, parts[0].utf8.count == 4, parts.dropFirst().allSatisfy({ $0.utf8.count <= 2 })
        else {
            throw TextFault(badDate, "“\(text)” is no date", advice: "write year, month and day: 2025-12-03")
        }
        let numbers = parts.compactMap { Int($0) }
        if let day = CivilDay(year: numbers[0], month: numbers[1], day: numbers[2]) { return day }
        let month = CivilMonth(year: numbers[0], month: numbers[1])
        throw TextFault(
            badDate, "there is no day “\(text)”",
            advice: month.map { "write a day that \($0) has: 01 to \($0.lastDay.description.suffix(2))" }
                ?? "write a month from 01 to 12")
    }

    private static let badDate: FindingID = "store-check.bad-date"

    /// An amount above zero, its thousands grouped by commas or not. In yuan a sign may stand before it, or 元 behind it.
    ///
    /// - Throws: `store-check.bad-price`.
    static func price(_ text: String, in currency: Currency) throws(TextFault) -> Money {
        let price = try amount(text, in: currency, badPrice, "price")
        guard price.minorUnits > 0 else {
            throw TextFault(
                badPrice, "the price “\(text)” is not above zero", advice: "write what a buyer pays, or leave it empty")
        }
        return price
    }

    private static let badPrice: FindingID = "store-check.bad-price"

    /// An amount of zero or more.
    ///
    /// - Throws: `store-check.bad-turnover`.
    static func turnover(_ text: String, in currency: Currency) throws(TextFault) -> Money {
        let turnover = try amount(text, in: currency, "store-check.bad-turnover", "turnover")
        guard !turnover.isNegative else {
            throw TextFault(
                "store-check.bad-turnover", "the turnover “\(text)” is below zero", advice: "write it without a sign")
        }
        return turnover
    }

    private static func amount(
        _ text: String, in currency: Currency, _ id: FindingID, _ what: String
    ) throws(TextFault) -> Money {
        var digits = Substring(text)
        if currency.code == "CNY" {
            if let sign = digits.first, "¥￥".contains(sign) { digits.removeFirst() }
            if digits.last == "元" { digits.removeLast() }
        }
        do throws(AmountFault) {
            return try Money(digits, currency, style: AmountStyle(grouping: .comma))
        } catch {
            throw TextFault(id, "the \(what) “\(text)” \(error)", advice: error.advice)
        }
    }

    /// A whole number from 0 on.
    ///
    /// - Throws: `store-check.bad-facings`.
    static func facings(_ text: String) throws(TextFault) -> Int {
        if let count = Int(text), (0...mostFacings).contains(count) { return count }
        throw TextFault(
            "store-check.bad-facings", "“\(text)” is no number of facings",
            advice: "write a whole number from 0 to \(mostFacings): how many stand side by side")
    }

    private static let mostFacings = 100_000

    /// Yes or no in English or Chinese.
    ///
    /// - Throws: `store-check.bad-flag`.
    static func flag(_ text: String) throws(TextFault) -> Bool {
        let word = text.lowercased()
        if yes.contains(word) { return true }
        if no.contains(word) { return false }
        throw TextFault(
            "store-check.bad-flag", "“\(text)” is neither yes nor no", advice: "write yes or no, 是 or 否, 1 or 0")
    }

    private static let yes: Set<String> = ["yes", "y", "true", "1", "是", "有", "√", "✓", "✔"]
    private static let no: Set<String> = ["no", "n", "false", "0", "否", "无", "没有", "×", "-"]

    /// The addresses in one field, between semicolons or line ends.
    ///
    /// - Throws: `store-check.bad-photo` for one that is neither on the web nor a file beside the paper.
    static func photos(_ text: String) throws(TextFault) -> [String] {
        let links = text.split { ";；|\n\r\r\n".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
        for link in links where LinkAddress(link) == nil {
            throw TextFault(
                "store-check.bad-photo", "“\(shortened(link))” is no address of a photo",
                advice:
                    "write an address that begins with https:// or http://, or the path of a file beside the paper, such as photos/0012.jpg"
            )
        }
        return links
    }

    private static func shortened(_ text: String) -> String { text.count > 60 ? text.prefix(59) + "…" : text }
}
