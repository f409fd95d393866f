import WorkTime

extension LineChart {
    /// All values, bands and levels. Amounts always show zero; other numbers do unless they lie far from it.
    var valueRange: ClosedRange<Double> {
        let ranges = series.flatMap(\.bands).flatMap(\.ranges).compactMap(\.self)
        let ends = ranges.flatMap { [$0.lowerBound, $0.upperBound] }
        let all = series.flatMap { $0.values.compactMap(\.self) } + ends + levels.map(\.value)
        let values = all.filter(\.isFinite)
        guard let low = values.min(), let high = values.max() else { return 0...1 }
        return needsZero(low: low, high: high) ? min(0, low)...max(0, high) : low...high
    }

    /// The colour of a series: the strongest for the one that the paper is about.
    func colour(ofSeries index: Int) -> String {
        if series[index].isLeading { return Palette.leading }
        // The leading colour is the palette's first; the others share the rest.
        let others = series[..<index].count { !$0.isLeading }
        return series.contains(where: \.isLeading)
            ? Palette.series[1 + others % (Palette.series.count - 1)] : Palette.series(index)
    }

    /// A value in full, with its unit.
    func words(_ value: Double, _ book: Phrasebook) -> String {
        switch unit {
        case .percent: book.percent(value)
        case .number: book.number(value, decimals: 2)
        case .days: book.number(value, decimals: 0)
        case .money(let currency): "\(currency) \(book.number(value, decimals: 0))"
        }
    }

    private func needsZero(low: Double, high: Double) -> Bool {
        switch unit {
        case .money, .days: true
        case .number, .percent: low <= 0 || low < high * 0.5
        }
    }
}

extension LineChart.Axis {
    /// Where a place lies between the first and the last: 0 to 1; in the middle when there is only one.
    func fraction(of index: Int) -> Double {
        guard count > 1 else { return 0.5 }
        switch self {
        case .steps, .months: return Double(index) / Double(count - 1)
        case .days(let days):
            let span = days[0].distance(to: days[count - 1])
            return span > 0 ? Double(days[0].distance(to: days[index])) / Double(span) : 0.5
        }
    }

    /// The places worth a label when there is room: the last one first, since it is what people look for, then the
    /// first, then the others evenly.
    var legibleIndices: [Int] {
        guard count > 1 else { return Array(0..<count) }
        let step =
            switch self {
            case .months: count > 26 ? 6 : count > 13 ? 3 : 1
            case .steps, .days: 1
            }
        let between = Swift.stride(from: count - 1 - step, to: 0, by: -step)
        return [count - 1, 0] + between
    }

    /// What is written below a place: a day without its year where all are in one.
    func mark(at index: Int, _ book: Phrasebook) -> String {
        guard case .days(let days) = self, days.first?.year == days.last?.year else { return label(at: index, book) }
        return book.day(days[index], .brief)
    }

    /// A place by its full name.
    func label(at index: Int, _ book: Phrasebook) -> String {
        switch self {
        case .steps(let labels): labels[index].printable
        case .months(let months): book.month(months[index])
        case .days(let days): book.day(days[index], .dated)
        }
    }
}
