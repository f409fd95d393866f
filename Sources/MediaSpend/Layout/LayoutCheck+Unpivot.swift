import Diagnostics

extension LayoutCheck {
    mutating func unpivot(_ draft: LayoutDraft.UnpivotDraft) -> Unpivot? {
        let dimension = unpivotedDimension(draft)
        var columns: [Unpivot.Column] = []
        for column in draft.columns {
            let name = needed(
                column.name, "name for the column “\(column.spend.value)”",
                advice: "write \(column.spend.value): Television, or what it stands for", at: column.spend.place)
            guard let name else { continue }
            columns.append(
                Unpivot.Column(name: name.value, spend: column.spend.value, insertions: column.insertions?.value))
        }
        checkMeasures(columns, of: draft)
        guard let dimension, !columns.isEmpty else { return nil }
        return Unpivot(dimension: dimension, columns: columns, zerosAreSkipped: draft.zerosAreSkipped)
    }

    private mutating func unpivotedDimension(_ draft: LayoutDraft.UnpivotDraft) -> SpendDimension? {
        let stated = needed(
            draft.dimension, "dimension of the columns side by side", advice: "write dimension: medium",
            at: draft.place)
        guard let stated else { return nil }
        guard let dimension = LayoutWords.dimensions[stated.value], dimension.isNamed else {
            reportUnknownWord(stated, allowed: LayoutWords.dimensions.filter(\.value.isNamed).keys.sorted())
            return nil
        }
        if self.draft.columns.contains(where: { $0.name.value == stated.value }) {
            report(
                "layout.contradiction", "“\(stated.value)” is mapped and also the name of columns side by side",
                advice: "keep one of the two", at: stated.place)
        }
        return dimension
    }

    private mutating func checkMeasures(_ columns: [Unpivot.Column], of draft: LayoutDraft.UnpivotDraft) {
        if columns.isEmpty {
            report(
                "layout.missing", "no column side by side is named", advice: "write columns: {tv_spend: Television}",
                at: draft.place)
        }
        for name in [LayoutWords.spend, LayoutWords.insertions] {
            guard let mapped = self.draft.columns.first(where: { $0.name.value == name }) else { continue }
            report(
                "layout.contradiction", "\(name) is read from columns side by side and also from one of its own",
                advice: "keep one of the two", at: mapped.name.place)
        }
        let counted = columns.count { $0.insertions != nil }
        if counted > 0, counted < columns.count {
            report(
                "layout.contradiction", "only \(counted) of \(columns.count) columns side by side count insertions",
                advice: "state insertions for all of them, or for none", at: draft.place)
        }
    }
}
