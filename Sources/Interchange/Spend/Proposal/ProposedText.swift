import MediaSpend
import Monetary

/// A proposed layout as the text of a layout file.
struct ProposedText {
    private(set) var assumptions: [LayoutProposal.Assumption] = []
    private var lines: [String] = []
    private let sample: FileSample
    private let roles: ColumnRoles
    private let columns: [ColumnSketch]
    private var currency = Currency.cny
    private var scale = 0

    var yaml: String { lines.joined(separator: "\n") + "\n" }

    init(
        _ sample: FileSample, _ roles: ColumnRoles, _ columns: [ColumnSketch], isIrregular: Bool, _ hasTotals: Bool
    ) {
        self.sample = sample
        self.roles = roles
        self.columns = columns
        lines.append(
            "# Proposed from the first lines of \(YAMLWord.comment(sample.path.fileName)); look at each line before you use it."
        )
        add("name", layoutName)
        if sample.encoding != .utf8 { add("encoding", sample.encoding.rawValue) }
        if sample.delimiter != .comma { add("delimiter", sample.delimiter.rawValue) }
        addAmounts()
        addCurrency()
        addSurplus()
        addBasis()
        addTime()
        addColumns()
        addMediumColumns()
        addRows(isIrregular: isIrregular, hasTotals)
        let ignored = columns.filter { roles.roles[$0.position] == .ignored && !$0.name.isEmpty }.map(\.name)
        if !ignored.isEmpty { lines.append("ignored: \(YAMLWord.list(ignored))") }
    }

    private mutating func add(_ key: String, _ value: String, assumed: String? = nil) {
        lines.append("\(key): \(YAMLWord(value))" + (assumed.map { " # assumed: \($0)" } ?? ""))
    }

    /// `vendor` for `vendor_2025-12.csv.gz`.
    private var layoutName: String {
        let stem = sample.path.fileName.prefix { $0 != "." }.lowercased()
        let words = stem.split { !$0.isLetter }.map(String.init)
        return words.isEmpty ? "my-vendor" : words.joined(separator: "-")
    }

    // MARK: Amounts

    private mutating func addAmounts() {
        guard let style = roles.amounts.first?.amounts?.style else { return }
        let isAmbiguous = roles.amounts.contains { $0.amounts?.isAmbiguous == true }
        if isAmbiguous { assumptions.append(.decimalMark) }
        let remark = isAmbiguous ? "the same marks could mean the other thing" : nil
        if style.decimalMark == .comma { add("decimal", "comma", assumed: remark) }
        let grouping = roles.amounts.compactMap { $0.amounts?.style.grouping }.first
        if let grouping, let mark = LayoutWords.groupingMarks.first(where: { $0.value == grouping }) {
            add("grouping", mark.key, assumed: style.decimalMark == .point ? remark : nil)
        }
        if let unit = roles.amounts.compactMap(\.words.unit).first {
            scale = LayoutWords.scales[unit] ?? 0
            add("unit", unit)
        }
        let empty = Set(columns.flatMap(\.emptyTexts)).sorted()
        if !empty.isEmpty { lines.append("empty: \(YAMLWord.list(empty))") }
    }

    private mutating func addSurplus() {
        let places = currency.exponent + scale
        let mark: UInt8 = roles.amounts.first?.amounts?.style.decimalMark == .comma ? 0x2C : 0x2E
        let decimals = max(
            roles.amounts.compactMap { $0.amounts?.decimals }.max() ?? 0,
            sample.mostDecimals(in: roles.amounts.map(\.position), mark: mark))
        let written = roles.amounts.compactMap { $0.amounts?.writtenDecimals }.max() ?? 0
        if decimals > places {
            add("surplus decimals", "rounded")
        } else if written > places {
            add("surplus decimals", "zeros dropped")
        }
    }

    private mutating func addCurrency() {
        if let column = roles.columns(as: .currency).first {
            currency = column.values.first.flatMap { try? Currency($0) } ?? currency
            return
        }
        let signs = roles.amounts.first?.amounts?.currencies ?? []
        let named = roles.amounts.compactMap(\.words.currency).first
        let likely = named ?? (signs.contains(usualCurrency) ? usualCurrency : signs.first)
        let isCertain = named != nil || signs.count == 1
        currency = likely.flatMap { try? Currency($0) } ?? (try? Currency(usualCurrency)) ?? .cny
        if !isCertain { assumptions.append(.currency) }
        add("currency", currency.code, assumed: isCertain ? nil : "the file does not say in which currency it is")
    }

    /// The currency of whoever names columns like this.
    private var usualCurrency: String {
        let names = columns.map(\.name).joined(separator: " ")
        if names.unicodeScalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) }) { return "CNY" }
        let words = Set(names.lowercased().split { !$0.isLetter }.map(String.init))
        let european: Set<String> = ["mes", "medio", "importe", "fecha", "marca", "marke", "monat", "datum", "betrag"]
        return words.isDisjoint(with: european) ? "USD" : "EUR"
    }

    private mutating func addBasis() {
        let names = roles.amounts.map { $0.words.plain + " " + $0.words.remark }.joined(separator: " ")
        let isRateCard = ["刊例", "rate card", "ratecard", "brutto", "gross", "tarifa"].contains { names.contains($0) }
        let isNet = ["净", "net ", "netto", "neto"].contains { (names + " ").contains($0) }
        if !isRateCard, !isNet { assumptions.append(.basis) }
        add(
            "basis", isNet ? "net" : "rate card",
            assumed: isRateCard || isNet ? nil : "rate card or net, the file does not say")
    }

    // MARK: Time

    private mutating func addTime() {
        var days = roles.column(of: .day).map { [$0] } ?? []
        if let month = roles.monthColumn, !days.contains(where: { $0.position == month.position }) {
            days.append(month)
        }
        var formats: [DateFormat] = []
        for format in days.flatMap(\.dates) where !formats.contains(format) { formats.append(format) }
        let isUncertain = days.contains(where: \.isDayBeforeMonthUncertain)
        if isUncertain { assumptions.append(.dayBeforeMonth) }
        if !formats.isEmpty, formats != [.yearMonthDay] {
            lines.append(
                "dates: \(YAMLWord.list(formats.map(\.rawValue)))"
                    + (isUncertain ? " # assumed: the day before the month" : ""))
        }
        if let column = roles.month.column {
            let rule = roles.month.kind == .month ? "" : ", rule: \(roles.month.kind.rawValue)"
            lines.append("month: {column: \(YAMLWord(column))\(rule)}")
        } else {
            assumptions.append(.month)
            lines.append("month: {rule: file name} # assumed: no column tells the month, so the file's name has to")
        }
    }

    // MARK: Columns

    private mutating func addColumns() {
        lines.append("columns:")
        if let day = roles.column(of: .day) {
            // Where another column tells the month, a row without a day is no worse.
            let isOptional =
                day.hasBlanks || day.hasOddDates || roles.monthColumn.map { $0.position != day.position } ?? true
            lines.append(
                isOptional
                    ? "  day: {column: \(YAMLWord(day.name)), optional: yes}" : "  day: \(YAMLWord(day.name))")
        }
        for dimension in SpendDimension.named { addDimension(dimension) }
        if roles.mediumColumns.isEmpty {
            if let count = roles.columns(as: .insertions).first {
                lines.append("  insertions: \(YAMLWord(count.name))")
            }
            if let spend = roles.columns(as: .spend).first {
                if !spend.words.suggests(.spend) { assumptions.append(.spend) }
                lines.append(
                    "  spend: \(YAMLWord(spend.name))"
                        + (spend.words.suggests(.spend) ? "" : " # assumed: no column is called spend"))
            }
        }
        if let column = roles.columns(as: .currency).first { lines.append("  currency: \(YAMLWord(column.name))") }
    }

    private mutating func addDimension(_ dimension: SpendDimension) {
        let name = LayoutWords.word(for: dimension)
        if dimension == .medium, !roles.mediumColumns.isEmpty { return }
        if let column = roles.column(of: dimension) {
            let key = roles.columns(as: .key(dimension)).first
            lines.append(
                key.map { "  \(name): {column: \(YAMLWord(column.name)), key: \(YAMLWord($0.name))}" }
                    ?? "  \(name): \(YAMLWord(column.name))")
            return
        }
        switch dimension {
        case .category: addConstant("category", "All categories", .category)
        case .medium: addConstant("medium", "All media", .medium)
        case .brand:
            guard let advertiser = roles.column(of: .advertiser) else {
                return addConstant("brand", "All brands", .brand)
            }
            assumptions.append(.brand)
            lines.append("  brand: \(YAMLWord(advertiser.name)) # assumed: no column tells brands, so advertisers are")
        default: break
        }
    }

    private mutating func addConstant(_ name: String, _ text: String, _ assumption: LayoutProposal.Assumption) {
        assumptions.append(assumption)
        lines.append("  \(name): {constant: \(text)} # assumed: no column tells it")
    }

    private mutating func addMediumColumns() {
        guard !roles.mediumColumns.isEmpty else { return }
        lines += ["unpivot:", "  dimension: medium", "  columns:"]
        lines += roles.mediumColumns.map { "    \(YAMLWord($0.column.name)): \(YAMLWord($0.name))" }
    }

    private mutating func addRows(isIrregular: Bool, _ hasTotals: Bool) {
        let lacksAmounts = roles.mediumColumns.isEmpty && roles.amounts.contains(where: \.hasBlanks)
        var rules: [String] = []
        if isIrregular || lacksAmounts { rules.append("others: skipped") }
        if hasTotals { rules.append("totals: skipped") }
        if !rules.isEmpty { lines.append("rows: {\(rules.joined(separator: ", "))}") }
    }
}
