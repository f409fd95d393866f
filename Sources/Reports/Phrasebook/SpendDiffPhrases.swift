import MediaSpend
import Monetary
import WorkTime

/// What is said of the difference between two deliveries of the same data.
enum SpendDiffPhrase: Phrase {
    case title
    case old
    case new
    case keyedBy
    case wholeRow
    case headline(DeliveryComparison.Counts)
    case moved(DeliveryComparison.Counts)
    case total(from: Money, to: Money, change: Double)
    case totalWithoutBase(from: Money, to: Money)
    case totalStays(Money)
    case unchanged(Int)
    case reissued(CivilMonth, CivilMonth)
    case kinds
    case kind
    case rows
    case named(DeliveryComparison.Kind)
    case same
    case renamed
    case repriced
    case months
    case first
    case last
    case before
    case after
    case change
    case changes
    case row
    case renames
    case rekeys
    case reclassifications
    case repricings
    case what
    case from
    case to
    case key
    case factor
    case everything
    case notCovered
    case notInOld
    case notInNew
    case newRowsRemark(Int)
    case kindsRemark
    case likeRowsRemark

    var wording: Wording {
        switch self {
        case .title: Wording(en: "What changed between two deliveries", zh: "两次交付数据的差异")
        case .old: Wording(en: "Old delivery", zh: "原交付")
        case .new: Wording(en: "New delivery", zh: "新交付")
        case .keyedBy: Wording(en: "Rows told apart by", zh: "行的识别依据")
        case .wholeRow: Wording(en: "all that a row says but its amounts", zh: "除金额外的全部内容")
        case .headline(let counts):
            Wording(
                en:
                    "Of \(counts.oldRows, "old row", "old rows"): \(counts.same) unchanged, \(counts.changed) with other amounts, \(counts.vanished) vanished; \(counts.lateAdded) added late to periods that were delivered.",
                zh:
                    "原有\(counts.oldRows)行中，\(counts.same)行不变，\(counts.changed)行金额有变，\(counts.vanished)行消失；已交付的时段内补入\(counts.lateAdded)行。"
            )
        case .moved(let counts):
            Wording(
                en:
                    "With the same amounts, \(counts.reclassified, "row", "rows") moved to another category or medium and \(counts.rekeyed) to another id.",
                zh: "另有\(counts.reclassified)行改归其他品类或媒介，\(counts.rekeyed)行编码有变，金额均未变。")
        case .total(let from, let to, let change):
            Wording(
                en:
                    "The spend of the periods delivered before goes from \(from) to \(to): \(Figure.percent(change), signed: true).",
                zh: "原交付时段的花费由\(from)变为\(to)，变动\(Figure.percent(change), signed: true)。")
        case .totalWithoutBase(let from, let to):
            Wording(
                en: "The spend of the periods delivered before goes from \(from) to \(to).",
                zh: "原交付时段的花费由\(from)变为\(to)。")
        case .totalStays(let total):
            Wording(
                en: "The spend of the periods delivered before stays at \(total).",
                zh: "原交付时段的花费仍为\(total)。")
        case .unchanged(1): Wording(en: "The old row stands as it was.", zh: "原有1行无变化。")
        case .unchanged(let count):
            Wording(en: "All \(count) old rows stand as they were.", zh: "原有\(count)行均无变化。")
        case .reissued(let first, let last) where first == last:
            Wording(en: "\(first) was delivered before.", zh: "\(first)此前已交付过。")
        case .reissued(let first, let last):
            Wording(en: "\(first) to \(last) were delivered before.", zh: "\(first)至\(last)此前已交付过。")
        case .kinds: Wording(en: "What became of the rows", zh: "各行的变化")
        case .kind: Wording(en: "Kind", zh: "类别")
        case .rows: Wording(en: "Rows", zh: "行数")
        case .named(let kind): Self.name(of: kind)
        case .same: Wording(en: "same", zh: "不变")
        case .renamed: Wording(en: "renamed (names)", zh: "更名（名称数）")
        case .repriced: Wording(en: "of the changed, re-priced by one factor", zh: "其中按同一系数调价")
        case .months: Wording(en: "Months", zh: "各月合计")
        case .first: Wording(en: "From", zh: "起")
        case .last: Wording(en: "To", zh: "止")
        case .before: Wording(en: "Before", zh: "原值")
        case .after: Wording(en: "After", zh: "新值")
        case .change: Wording(en: "Change", zh: "变动额")
        case .changes: Wording(en: "Largest changes", zh: "变动最大的行")
        case .row: Wording(en: "Row", zh: "行")
        case .renames: Wording(en: "Renamed under one key", zh: "同一编码下的更名")
        case .rekeys: Wording(en: "Moved to another id", zh: "编码变更")
        case .reclassifications: Wording(en: "Reclassified", zh: "重新归类")
        case .repricings: Wording(en: "Re-priced by one factor", zh: "按同一系数调价")
        case .what: Wording(en: "What", zh: "项目")
        case .from: Wording(en: "From", zh: "原")
        case .to: Wording(en: "To", zh: "现")
        case .key: Wording(en: "Key", zh: "编码")
        case .factor: Wording(en: "Factor", zh: "系数")
        case .everything: Wording(en: "(everything)", zh: "（全部）")
        case .notCovered: Wording(en: "the old delivery does not cover the month", zh: "原交付不含该月")
        case .notInOld: Wording(en: "the old delivery has no such row", zh: "原交付中没有该行")
        case .notInNew: Wording(en: "the new delivery has no such row", zh: "新交付中没有该行")
        case .newRowsRemark(let count):
            Wording(
                en: "Not compared: \(count, "row", "rows") of periods that were not delivered before.",
                zh: "另有\(count)行属于此前未交付的时段，不作比较。")
        case .kindsRemark:
            Wording(
                en: "Each old row is one of the first five kinds; renamed counts names.",
                zh: "原交付的每一行归入前五类之一；更名按名称计数。")
        case .likeRowsRemark:
            Wording(
                en: "Rows that say the same but for their amounts are counted as one.",
                zh: "除金额外完全相同的行合并为一行计数。")
        }
    }

    private static func name(of kind: DeliveryComparison.Kind) -> Wording {
        switch kind {
        case .changed: Wording(en: "changed", zh: "金额变动")
        case .vanished: Wording(en: "vanished", zh: "消失")
        case .lateAdded: Wording(en: "added late", zh: "补入")
        case .new: Wording(en: "new", zh: "新时段")
        case .reclassified: Wording(en: "reclassified", zh: "重新归类")
        case .rekeyed: Wording(en: "re-keyed", zh: "编码变更")
        }
    }
}

extension Saying.StringInterpolation {
    /// A figure with a plus where it is above zero.
    mutating func appendInterpolation(_ figure: Figure, signed: Bool) { add { $0.say(figure, signed: signed) } }
}
