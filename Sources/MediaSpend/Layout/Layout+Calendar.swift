package import WorkTime

extension Layout {
    /// The month that a field of the column of months states; `nil` when it states none.
    ///
    /// - Parameter year: the year of the delivery, for a column that holds numbers of months.
    package func month(in field: Span<UInt8>, year: Int?) -> CivilMonth? {
        switch month.kind {
        case .month: CivilMonth(stated: field)
        case .monthNumber:
            year.flatMap { year in wholeNumber(in: field).flatMap { CivilMonth(year: year, month: Int($0)) } }
        case .day, .weekStart, .weekMiddle, .weekEnd: day(in: field).flatMap(month.kind.month(of:))
        }
    }

    /// The day that a field states in one of the layout's forms.
    package func day(in field: Span<UInt8>) -> CivilDay? {
        for format in dates {
            if let day = format.day(in: field) { return day }
        }
        return nil
    }
}
