import Diagnostics
import Formats

/// What the columns of a store check, or of a list of stores, may hold.
enum StoreCheckColumn: String, CaseIterable {
    case store, date, brand, product, category, size, price, facings, promotion
    case stockOut = "stock-out"
    case handled, photo, region, format, turnover

    /// How the column may be called, plain, the usual names first in each language.
    var names: [String] {
        switch self {
        case .store: ["store", "storename", "shop", "outlet", "门店", "门店名称", "店名", "店铺", "终端", "网点"]
        case .date: ["date", "visitdate", "visited", "日期", "走访日期", "访店日期", "巡店日期", "拜访日期", "检查日期"]
        case .brand: ["brand", "品牌", "品牌名称"]
        case .product: ["product", "productname", "item", "sku", "产品", "产品名称", "商品", "商品名称", "单品"]
        case .category: ["category", "品类", "类别"]
        case .size: ["size", "packsize", "pack", "规格", "容量", "包装"]
        case .price: ["price", "shelfprice", "retailprice", "价格", "零售价", "售价", "货架价", "单价"]
        case .facings: ["facings", "facing", "排面", "排面数", "陈列面", "陈列面数"]
        case .promotion: ["promotion", "promo", "promoted", "onpromotion", "促销", "是否促销"]
        case .stockOut: ["stockout", "outofstock", "oos", "缺货", "是否缺货", "断货"]
        case .handled: ["handled", "listed", "carried", "在售", "是否在售", "铺货", "是否铺货", "上架", "是否上架"]
        case .photo: ["photo", "photos", "picture", "image", "照片", "图片", "照片链接"]
        case .region: ["region", "area", "区域", "大区", "地区", "city", "城市"]
        case .format: ["format", "storeformat", "storetype", "channel", "业态", "门店类型", "店型", "渠道"]
        case .turnover: ["turnover", "sales", "weight", "营业额", "销售额", "权重"]
        }
    }

    /// What to call it in advice.
    var title: String { "\(rawValue) or \(names.first { $0.utf8.contains { $0 >= 0x80 } } ?? rawValue)" }

    static let ofChecks = allCases
    static let ofStoreList: [StoreCheckColumn] = [.store, .region, .format, .turnover]
}

/// Where the columns of one file stand.
struct StoreCheckColumns {
    private var positions: [StoreCheckColumn: Int] = [:]
    private(set) var findings: [Finding] = []
    private let header: CSVHeader
    private let known: [StoreCheckColumn]

    init(_ header: CSVHeader, among known: [StoreCheckColumn], required: [StoreCheckColumn]) {
        self.header = header
        self.known = known
        let plain = header.names.map(Self.plain)
        for column in known { positions[column] = column.names.lazy.compactMap { plain.firstIndex(of: $0) }.first }
        findings = header.findings(required: [])
        findings += required.filter { positions[$0] == nil }.map(missing)
        findings += header.names.indices.compactMap(unread)
    }

    /// `nil` where the file has no such column.
    subscript(column: StoreCheckColumn) -> Int? { positions[column] }

    /// A name without what varies from hand to hand: `Stock_Out` is `stock-out`, `价格（元）` is `价格`.
    private static func plain(_ name: String) -> String {
        let beforeUnit = name.prefix { !"(（[【".contains($0) }
        return String(beforeUnit.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" })
    }

    private func missing(_ column: StoreCheckColumn) -> Finding {
        let (nearest, field) = nearestHeading(to: column)
        return header.record.finding(
            "csv.missing-column", .error, "no column is called “\(column.rawValue)”",
            advice: nearest.map { "is “\($0)” meant? Then call it \(column.title)" }
                ?? "call it \(column.title) in the first line; the file has: \(header.names.joined(separator: ", "))",
            field: field)
    }

    /// A heading that nobody reads and that is nearly one of the column's names.
    private func nearestHeading(to column: StoreCheckColumn) -> (name: String?, field: Int) {
        let free = header.names.indices.filter { !positions.values.contains($0) && !header.names[$0].isEmpty }
        let names = free.map { header.names[$0] }
        let near = column.names.lazy.compactMap { nearestName(to: $0, among: names) }.first
        return (near, near.flatMap { header.names.firstIndex(of: $0) } ?? 0)
    }

    private func unread(_ position: Int) -> Finding? {
        let name = header.names[position]
        guard !name.isEmpty, !positions.values.contains(position), header.position(of: name) == position else {
            return nil
        }
        let twin = known.first { $0.names.contains(Self.plain(name)) }
        if let twin, let read = positions[twin] {
            return header.record.finding(
                "csv.unknown-column", .warning, "the column “\(name)” is not read, because “\(header.names[read])” is",
                advice: "keep the one that is meant", field: position)
        }
        let missing = known.filter { positions[$0] == nil }
        let nearest = nearestName(to: Self.plain(name), among: missing.flatMap(\.names))
        return header.record.finding(
            "csv.unknown-column", nearest == nil ? .note : .warning, "the column “\(name)” is not read",
            advice: nearest.map { "is “\($0)” meant? Then rename it" } ?? "leave it, if nothing in it is needed",
            field: position)
    }
}
