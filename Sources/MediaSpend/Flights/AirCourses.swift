import WorkTime

/// What each brand spent in each medium, period by period.
struct AirCourses {
    let periods: FlightPeriods
    private(set) var byBrand: [String: [String: Course]] = [:]

    /// One brand in one medium; both have one number for each period.
    struct Course {
        var spend: [Int64]
        var insertions: [Int64]

        mutating func add(_ other: Course) {
            for place in spend.indices {
                spend[place] += other.spend[place]
                insertions[place] += other.insertions[place]
            }
        }
    }

    /// Of nobody.
    init(_ periods: FlightPeriods) { self.periods = periods }

    /// - Parameter cells: grouped at least by ``FlightCubes/airDimensions``; for weeks by day, too.
    /// - Returns: `nil` when spend has no place among the periods: a row without a day, or with a day far outside of its
    ///   months, when they are weeks.
    init?(_ cells: Cube, in periods: FlightPeriods) {
        self.periods = periods
        let date: SpendDimension = periods.unit == .week ? .day : .month
        let cells = cells.grouped(by: [.brand, .medium, date])
        let dates = cells.column(date)
        let places = dates.members.map { periods.place(ofDateNamed: $0.name) }
        let (brands, media) = (cells.column(.brand), cells.column(.medium))
        // Cells of a brand and medium stand side by side.
        var course = silence
        var last: (brand: UInt32, medium: UInt32)?
        for cell in 0..<cells.count {
            let key = (brands.cells[cell], media.cells[cell])
            if let last, last != key {
                add(course, brands.members[Int(last.brand)].name, media.members[Int(last.medium)].name)
                course = silence
            }
            last = key
            guard let place = places[Int(dates.cells[cell])] else {
                if cells.spend[cell] == 0 { continue }
                return nil
            }
            course.spend[place] += cells.spend[cell]
            course.insertions[place] += cells.insertions[cell]
        }
        if let last { add(course, brands.members[Int(last.brand)].name, media.members[Int(last.medium)].name) }
    }

    /// Nothing in any period.
    var silence: Course {
        let none = [Int64](repeating: 0, count: periods.count)
        return Course(spend: none, insertions: none)
    }

    /// Names may come again, where a vendor tells them apart by keys.
    private mutating func add(_ course: Course, _ brand: String, _ medium: String) {
        let silence = silence
        byBrand[brand, default: [:]][medium, default: silence].add(course)
    }
}

extension FlightPeriods {
    fileprivate func place(ofDateNamed name: String) -> Int? {
        switch unit {
        case .week: CivilDay(name).flatMap { place(of: $0) }
        case .month: CivilMonth(name).flatMap { place(of: $0) }
        }
    }
}
