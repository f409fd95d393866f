public import Diagnostics
import Formats
public import WorkTime

/// Series of numbers in a long table, one record a series and period: the columns `id,t,value`, in any order, and others
/// that are not looked at.
///
/// A period is a whole number, or a month such as 2025-12. Records may stand in any order; of each series every period from
/// its first to its last must be there once. Findings: those of `CSVTable`, `series.no-id`, `series.no-period`,
/// `series.no-value`, `series.mixed-periods`, `series.twice`, `series.gap`.
public struct SeriesFile: Sendable {
    /// In the order in which the file names them first.
    public let series: [Series]

    /// One series.
    public struct Series: Hashable, Sendable {
        public let id: String
        /// The oldest first; each finite.
        public let values: [Double]
        /// Of the last value.
        public let lastPeriod: SeriesPeriod
    }

    /// Reads and checks the bytes of a file.
    ///
    /// - Throws: a `Rejection` with everything that is wrong with it.
    public init(reading bytes: [UInt8], file: String) throws(Rejection) {
        let table = CSVTable(
            bytes, file: file, delimiter: CSVDelimiter.guess(from: bytes), required: ["id", "t", "value"])
        var assembly = SeriesAssembly(table)
        series = assembly.series()
        try assembly.findings.inReadingOrder.throwIfErrors()
    }
}

/// When an observation was made.
public enum SeriesPeriod: Hashable, Sendable {
    case number(Int)
    case month(CivilMonth)

    /// A whole number of up to nine digits, or a month; `nil` for anything else.
    init?(_ text: String) {
        if let month = CivilMonth(text) {
            self = .month(month)
        } else if text.utf8.count <= 10, let number = Int(text), (-999_999_999...999_999_999).contains(number) {
            self = .number(number)
        } else {
            return nil
        }
    }

    /// The period so many later.
    public func advanced(by periods: Int) -> SeriesPeriod {
        switch self {
        case .number(let number): .number(number + periods)
        case .month(let month): .month(month.advanced(by: periods))
        }
    }

    var isMonth: Bool { if case .month = self { true } else { false } }

    /// Consecutive periods have consecutive places.
    var place: Int {
        switch self {
        case .number(let number): number
        case .month(let month): month.number
        }
    }
}

extension SeriesPeriod: CustomStringConvertible {
    public var description: String {
        switch self {
        case .number(let number): "\(number)"
        case .month(let month): month.description
        }
    }
}

extension [Finding] {
    fileprivate func throwIfErrors() throws(Rejection) { try FindingList(self).throwIfErrors() }
}
