import Costing
import Diagnostics
import Formats

extension LedgerDraft.Field {
    /// How the column may be called, first as the program writes it.
    var columnNames: [String] {
        switch self {
        case .id: ["id", "document", "number", "编号", "单号", "单据号"]
        case .job: ["job", "项目", "工作"]
        case .date: ["date", "日期"]
        case .kind: ["kind", "type", "类型", "种类"]
        case .line: ["line", "预算项", "明细"]
        case .order: ["order", "po", "订单", "订单号"]
        case .party: ["party", "supplier", "client", "对方", "供应商", "客户"]
        case .amount: ["amount", "net", "金额", "不含税金额"]
        case .currency: ["currency", "币种", "货币"]
        case .tax: ["tax", "vat", "税额"]
        case .bookAmount: ["book_amount", "book amount", "本位币金额"]
        case .rate: ["rate", "汇率"]
        case .rateDate: ["rate_date", "rate date", "汇率日期"]
        case .rateSource: ["rate_source", "rate source", "汇率来源"]
        case .due: ["due", "due date", "到期日", "付款期限"]
        case .settles: ["settles", "结算单据", "对应单据"]
        case .percent: ["percent", "complete", "完成百分比"]
        case .units: ["units", "完成数量"]
        case .milestone: ["milestone", "里程碑"]
        case .memo: ["memo", "note", "备注", "摘要"]
        }
    }
}

extension CostEvent.Kind {
    /// The kind that a word of a ledger names, in English or Chinese.
    ///
    /// - Throws: `cost.unknown-kind`, with the nearest word.
    static func reading(_ text: String) throws(TextFault) -> CostEvent.Kind {
        if let kind = CostEvent.Kind(rawValue: text) ?? words[text.lowercased()] { return kind }
        let nearest = nearestName(to: text, among: allCases.map(\.rawValue))
        throw TextFault(
            "cost.unknown-kind", "“\(text)” is no kind of event",
            advice: nearest.map { "is “\($0)” meant?" }
                ?? "use one of \(allCases.map(\.rawValue).joined(separator: ", "))")
    }

    private static let words: [String: CostEvent.Kind] = {
        var words: [String: CostEvent.Kind] = [
            "订单": .order, "订单变更": .orderChange, "订单关闭": .orderClosed, "完工": .workDone, "供应商发票": .invoice,
            "供应商红字发票": .creditNote, "付款": .payment, "费用": .expense, "工时": .time, "进度": .progress, "客户发票": .bill,
            "客户红字发票": .billCredit, "收款": .receipt, "预收款": .retainer, "预收款使用": .retainerUse, "冲销": .reversal,
        ]
        // As some write them: `work done`, `Credit_Note`.
        for kind in allCases {
            words[kind.rawValue.replacing("-", with: " ")] = kind
            words[kind.rawValue.replacing("-", with: "_")] = kind
            words[kind.rawValue] = kind
        }
        return words
    }()
}

extension String {
    fileprivate func replacing(_ mark: Character, with other: Character) -> String {
        String(map { $0 == mark ? other : $0 })
    }
}

/// Where the columns of a ledger stand.
struct LedgerColumns {
    private var positions: [LedgerDraft.Field: Int] = [:]
    private(set) var findings: [Finding] = []

    /// - Parameter namesJob: whether the job is said elsewhere; else the file must name it.
    init(_ header: CSVHeader, namesJob: Bool) {
        let fields = LedgerDraft.Field.allCases
        let needed: [LedgerDraft.Field] = [.id, .date, .kind] + (namesJob ? [] : [.job])
        for field in fields {
            positions[field] = field.columnNames.lazy.compactMap { header.position(of: $0) }.first
        }
        let missing = needed.filter { positions[$0] == nil }.map(\.rawValue)
        findings = header.findings(required: missing)
        findings += Self.doubled(header) + Self.unread(header)
    }

    /// Two columns that mean the same.
    private static func doubled(_ header: CSVHeader) -> [Finding] {
        LedgerDraft.Field.allCases.compactMap { field in
            let names = field.columnNames.filter { header.position(of: $0) != nil }
            guard names.count > 1 else { return nil }
            return header.record.finding(
                "csv.duplicate-column", .error, "the columns “\(names[0])” and “\(names[1])” mean the same",
                advice: "keep one of them", field: header.position(of: names[1]) ?? 0)
        }
    }

    private static func unread(_ header: CSVHeader) -> [Finding] {
        let known = LedgerDraft.Field.allCases.flatMap(\.columnNames)
        let usual = LedgerDraft.Field.allCases.map(\.rawValue)
        return header.names.enumerated().compactMap { position, name in
            guard !name.isEmpty, !known.contains(name.lowercased()) else { return nil }
            let nearest = nearestName(to: name, among: usual)
            return header.record.finding(
                "csv.unknown-column", .warning, "the column “\(name)” is not read",
                advice: nearest.map { "is “\($0)” meant? Then rename it" }
                    ?? "leave it, or use one of: \(usual.joined(separator: ", "))", field: position)
        }
    }

    /// `nil` where the file has no such column.
    subscript(field: LedgerDraft.Field) -> Int? { positions[field] }
}
