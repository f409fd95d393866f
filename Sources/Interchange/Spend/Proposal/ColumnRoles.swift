import MediaSpend

/// What each column of a sample is most likely read as.
struct ColumnRoles {
    private(set) var roles: [ColumnRole]
    private(set) var month: MonthRule
    /// The column that the month is read from; `nil` when none tells it.
    private(set) var monthColumn: ColumnSketch?
    private let columns: [ColumnSketch]

    init(_ columns: [ColumnSketch]) {
        self.columns = columns
        roles = Array(repeating: .ignored, count: columns.count)
        month = MonthRule(column: nil, kind: .fileName)
        findTime()
        findMediumColumns()
        findMeasures()
        findDimensions()
    }

    /// The columns of a role, in the order of the file.
    func columns(as role: ColumnRole) -> [ColumnSketch] { columns.filter { roles[$0.position] == role } }

    func column(of dimension: SpendDimension) -> ColumnSketch? { columns(as: .dimension(dimension)).first }

    var mediumColumns: [(column: ColumnSketch, name: String)] {
        columns.compactMap { column in
            if case .spendOfMedium(let name) = roles[column.position] { (column, name) } else { nil }
        }
    }

    /// Those whose amounts are spend.
    var amounts: [ColumnSketch] { mediumColumns.isEmpty ? columns(as: .spend) : mediumColumns.map(\.column) }

    // MARK: Finding

    private func isFree(_ column: ColumnSketch) -> Bool { roles[column.position] == .ignored && !column.name.isEmpty }

    /// The free column that says something most clearly; of equals the first.
    private func best(
        _ sense: HeaderWords.Sense, least: Int = 1, where holds: (ColumnSketch) -> Bool
    ) -> ColumnSketch? {
        var best: (column: ColumnSketch, strength: Int)?
        for column in columns where isFree(column) && holds(column) {
            let strength = column.words.strength(of: sense)
            if strength >= least, strength > best?.strength ?? -1 { best = (column, strength) }
        }
        return best?.column
    }

    private mutating func findTime() {
        let day = best(.day, least: 0) { if case .day = $0.kind { true } else { false } }
        if let day { roles[day.position] = .dimension(.day) }
        let stated =
            best(.month) { $0.kind == .month } ?? best(.month) { $0.kind == .monthNumber }
            ?? (day == nil
                ? best(.month, least: 0) { $0.kind == .month } ?? best(.quarter) { $0.kind == .quarter }
                    ?? best(.year) { $0.kind == .year } : nil)
        if let stated {
            monthColumn = stated
            month = MonthRule(column: stated.name, kind: Self.rule(of: stated.kind))
            roles[stated.position] = .dimension(.month)
        } else if let day {
            monthColumn = day
            month = MonthRule(column: day.name, kind: day.words.suggests(.week) ? .weekStart : .day)
        }
    }

    private static func rule(of kind: ColumnKind) -> MonthRule.Kind {
        switch kind {
        case .monthNumber: .monthNumber
        case .quarter: .quarter
        case .year: .year
        default: .month
        }
    }

    private mutating func findMediumColumns() {
        let wide = WideColumns(columns.filter { isFree($0) && $0.amounts != nil })
        for (position, name) in wide.names { roles[position] = .spendOfMedium(name) }
    }

    private mutating func findMeasures() {
        let codes = best(.currency) { column in
            column.values.allSatisfy { $0.utf8.count == 3 && $0.utf8.allSatisfy { (65...90).contains($0) } }
        }
        if let codes { roles[codes.position] = .currency }
        guard mediumColumns.isEmpty else { return }
        if let spend = spendColumn() { roles[spend.position] = .spend }
        if let count = best(.insertions, where: { $0.kind == .wholeNumber }) { roles[count.position] = .insertions }
    }

    /// Among columns that say as clearly that they are spend, a total that rows repeat has fewer different values than its
    /// parts. The same money in several currencies is told by their names: then the first counts.
    private func spendColumn() -> ColumnSketch? {
        let numbers = columns.filter { isFree($0) && $0.amounts != nil }
        // Names of equal length are equally clear: outlet_euros and campaign_euros.
        let strongest = numbers.map { $0.words.strength(of: .spend) / 100 }.max() ?? 0
        guard strongest > 0 else {
            return numbers.last { $0.kind == .amount } ?? numbers.max { $0.distinct < $1.distinct }
        }
        let alike = numbers.filter { $0.words.strength(of: .spend) / 100 == strongest }
        let isOfCurrencies = Set(alike.compactMap(\.words.currency)).count > 1
        guard !isOfCurrencies else { return alike.first }
        return alike.reduce(alike[0]) { $1.distinct > $0.distinct ? $1 : $0 }
    }

    private mutating func findDimensions() {
        for dimension in SpendDimension.named {
            let sense = HeaderWords.Sense.dimension(dimension)
            let names = best(sense) { !$0.words.suggests(.code) && isLabel($0) }
            let codes = best(sense) { $0.words.suggests(.code) && isLabel($0) }
            guard let column = names ?? codes else { continue }
            roles[column.position] = .dimension(dimension)
            if names != nil, let codes, codes.distinct >= column.distinct / 2 {
                roles[codes.position] = .key(dimension)
            }
        }
        partVehicleFromMedium()
    }

    /// Words such as 媒体 and channel stand for the medium as well as for the vehicle: where two columns say vehicle and
    /// none says medium, the one with fewer names is the medium, of equals the one that says vehicle less clearly.
    private mutating func partVehicleFromMedium() {
        guard mediumColumns.isEmpty, column(of: .medium) == nil, let vehicle = column(of: .vehicle),
            let other = best(.dimension(.vehicle), where: { !$0.words.suggests(.code) && isLabel($0) })
        else { return }
        let (medium, finer) = other.distinct <= vehicle.distinct ? (other, vehicle) : (vehicle, other)
        roles[medium.position] = .dimension(.medium)
        roles[finer.position] = .dimension(.vehicle)
    }

    private func isLabel(_ column: ColumnSketch) -> Bool {
        switch column.kind {
        case .name, .wholeNumber, .empty: true
        default: false
        }
    }
}
