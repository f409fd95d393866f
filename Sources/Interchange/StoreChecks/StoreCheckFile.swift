public import Diagnostics
import Formats
public import MediaSpend
public import Monetary

/// What field staff wrote on visits of stores: a table with one row a store, date and product.
///
/// ```csv
/// store,date,brand,product,size,price,facings,promotion,stock-out,photo,region,format,turnover
/// 华联超市中山店,2025-12-03,清泉,清泉乌龙茶,500ml,4.50,6,no,no,photos/0012.jpg,East,Supermarket,180000
/// ```
/// The columns `store`, `date`, `brand` and `product` are needed; `category`, `size`, `price`, `facings`, `promotion`,
/// `stock-out`, `handled`, `photo`, `region`, `format` and `turnover` may be left out. They stand in any order, and their
/// names may be Chinese: 门店, 日期, 品牌, 产品, 品类, 规格, 价格, 排面, 促销, 缺货, 在售, 照片, 区域, 业态, 营业额. CSV by commas,
/// semicolons or tabs, packed with gzip or not, in UTF-8 or GB18030, or a sheet of an Excel workbook.
///
/// A row says that the store handles the product, unless its field `handled` says no, or it counts 0 facings of a product
/// that is neither priced, promoted nor out of stock. A flag that is empty says no.
///
/// Findings: those of `CSVReader` and `Workbook`, `csv.empty`, `csv.missing-column`, `gzip.*`, `text.read-as-gb18030`,
/// `store-check.empty`, `.no-store`, `.no-brand`, `.no-product`, `.bad-date`, `.bad-price`, `.bad-facings`, `.bad-flag`,
/// `.bad-photo`, `.bad-turnover`, `.contradiction`, `.conflict`, `.twice`, `.repeated`, `.nothing-seen`, `.store-twice`,
/// `.unlisted-store`.
public struct StoreCheckFile: Sendable {
    public let checks: StoreChecks
    /// Warnings and notes.
    public let findings: [Finding]

    /// The bytes of a file and its name as the user gave it.
    public struct Source: Sendable {
        public let bytes: [UInt8]
        public let file: String

        public init(_ bytes: [UInt8], file: String) {
            self.bytes = bytes
            self.file = file
        }
    }

    /// Reads and checks a file.
    ///
    /// - Parameters:
    ///   - list: the stores that should be visited, with the columns `store`, `region`, `format` and `turnover`, of which
    ///     the first is needed; `nil`: those that are visited.
    ///   - currency: of all prices and turnovers.
    /// - Throws: a `Rejection` with everything that is wrong with the files.
    public init(reading source: Source, list: Source? = nil, in currency: Currency) throws(Rejection) {
        var found = FindingList()
        let register = list.map { Self.register($0, in: currency, &found) }
        var table = TableFile(source.bytes, file: source.file)
        var rows: StoreCheckRows?
        var columns: StoreCheckColumns?
        let hasHeader = table.read(sheets: ["store checks", "stores", "店访", "门店"]) { header in
            let read = StoreCheckColumns(
                header, among: StoreCheckColumn.ofChecks, required: [.store, .date, .brand, .product])
            columns = read
            guard !FindingList(read.findings).hasErrors else { return false }
            rows = StoreCheckRows(read, list: register, in: currency)
            return true
        } record: {
            rows?.add($0)
        }
        found.report(contentsOf: (columns?.findings ?? []) + table.findings.inReadingOrder + (rows?.findings ?? []))
        if !found.hasErrors, !hasHeader || rows?.observations.isEmpty != false {
            found.report(Self.empty(source.file, hasHeader: hasHeader))
        }
        if found.hasErrors { throw Rejection(findings: found.inReadingOrder) }
        guard let rows, let columns else { preconditionFailure("“\(source.file)” has neither rows nor findings") }
        checks = StoreChecks(
            in: currency, stores: rows.stores.stores, products: rows.products.products, observations: rows.observations,
            records: columns.records, hasStoreList: list != nil)
        findings = found.inReadingOrder
    }

    private static func empty(_ file: String, hasHeader: Bool) -> Finding {
        let place = SourcePlace(file: file, line: 1, column: 1)
        return hasHeader
            ? Finding(
                "store-check.empty", .error, "the file has no row below its header",
                advice: "add a row for each store, date and product", at: place)
            : Finding(
                "csv.empty", .error, "the file is empty",
                advice:
                    "begin it with a line of column names: store,date,brand,product,price,facings,promotion,stock-out",
                at: place)
    }
}

extension StoreCheckFile {
    /// The stores of a list.
    private static func register(
        _ source: Source, in currency: Currency, _ findings: inout FindingList
    ) -> StoreRegister {
        var table = TableFile(source.bytes, file: source.file)
        var stores = StoreListRows(in: currency)
        let hasHeader = table.read(sheets: ["stores", "门店"], start: { stores.begin($0) }, record: { stores.add($0) })
        findings.report(contentsOf: table.findings.inReadingOrder + stores.findings)
        if !findings.hasErrors, !hasHeader || stores.register.drafts.isEmpty {
            findings.report(
                Finding(
                    "store-check.empty", .error, "the list names no store",
                    advice: "write a header with the column store, and a row for each store",
                    at: SourcePlace(file: source.file, line: 1, column: 1)))
        }
        return stores.register
    }
}

extension StoreCheckColumns {
    /// What the file records of every product.
    fileprivate var records: Set<StoreChecks.Record> {
        let columns: [(StoreChecks.Record, StoreCheckColumn)] = [
            (.price, .price), (.facings, .facings), (.promotion, .promotion), (.stock, .stockOut), (.size, .size),
        ]
        return Set(columns.filter { self[$0.1] != nil }.map(\.0))
    }
}
