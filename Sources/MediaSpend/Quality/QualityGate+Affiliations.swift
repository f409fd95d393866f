import WorkTime

extension QualityGate {
    /// Known brands in a category where they never were, or under an owner that never had them. The measure is their
    /// spend as a part of the month's.
    ///
    /// Brands, categories and owners are told apart by the vendor's codes where the layout names them, so that a new name
    /// for an old code is no news here. A brand that had none in the months that are looked at is new altogether.
    var affiliationIssues: [QualityIssue] {
        moves(.newCategory, to: .category) + moves(.newOwner, to: .advertiser)
    }

    private func moves(_ rule: QualityRule, to dimension: SpendDimension) -> [QualityIssue] {
        guard rules[rule].severity != .off else { return [] }
        var known: [String: Set<String>] = [:]
        var issues: [QualityIssue] = []
        let delivered = Set(months)
        for (month, bonds) in bonds(to: dimension) {
            if delivered.contains(month), let issue = issue(rule, month, bonds, known) { issues.append(issue) }
            for bond in bonds { known[bond.brand.key, default: []].insert(bond.group.key) }
        }
        return issues
    }

    /// A brand and the category or owner that it stands under in a month.
    private struct Bond {
        let brand: CubeColumn.Member
        let group: CubeColumn.Member
        let spend: Int64
    }

    /// Month by month, in order; bonds that are not stated are left out.
    private func bonds(to dimension: SpendDimension) -> [(CivilMonth, [Bond])] {
        var bonds: [CivilMonth: [Bond]] = [:]
        for cells in cells(\.owners) {
            guard let (brands, groups) = columns(in: cells, dimension) else { continue }
            let calendar = cells.calendar(0)
            for cell in 0..<cells.count {
                let (brand, group) = (cells.member(brands, of: cell), cells.member(groups, of: cell))
                guard let month = calendar[cells.code(0, of: cell)], !brand.key.isEmpty, !group.key.isEmpty else {
                    continue
                }
                bonds[month, default: []].append(Bond(brand: brand, group: group, spend: cells.sums[cell].spend))
            }
        }
        return bonds.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func columns(in cells: FigureCells, _ dimension: SpendDimension) -> (brands: Int, groups: Int)? {
        guard let brands = cells.dimensions.firstIndex(of: .brand),
            let groups = cells.dimensions.firstIndex(of: dimension)
        else { return nil }
        return (brands, groups)
    }

    private func issue(
        _ rule: QualityRule, _ month: CivilMonth, _ bonds: [Bond], _ known: [String: Set<String>]
    ) -> QualityIssue? {
        var moved: [[CubeColumn.Member]: Int64] = [:]
        for bond in bonds where known[bond.brand.key].map({ !$0.contains(bond.group.key) }) ?? false {
            moved[[bond.brand, bond.group], default: 0] += bond.spend
        }
        guard !moved.isEmpty else { return nil }
        let spend = moved.values.reduce(0, +)
        return issue(
            rule, in: month, count: moved.count,
            cases: moved.map { QualityIssue.Case($0.key.map(\.name), amount: $0.value) }
                .heaviestFirst { $0.amount }, amount: spend, measure: part(spend, of: total(month)))
    }
}
