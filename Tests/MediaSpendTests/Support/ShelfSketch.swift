import MediaSpend
import Monetary
import WorkTime

/// Visits of stores as one jots them down, one observation a line: `A 2025-12-03 Own/Tea/S 4.00 x4 promo out`. A line with `x0`
/// and nothing else looked for the product in vain.
struct ShelfSketch {
    var stores: [CheckedStore]
    var lines: [String]
    var records = Set(StoreChecks.Record.allCases)
    var hasStoreList = false

    init(_ stores: [CheckedStore], _ text: String) {
        self.stores = stores
        lines = text.split(separator: "\n").map(String.init)
    }

    func checks() throws -> StoreChecks {
        var products: [ShelfProduct] = []
        let observations = try lines.map { try observation(in: $0, &products) }
        return StoreChecks(
            in: .cny, stores: stores, products: products, observations: observations, records: records,
            hasStoreList: hasStoreList)
    }

    func analysis(
        _ month: CivilMonth = december, category: String? = nil, client: String? = nil
    ) throws -> StoreCheckAnalysis {
        StoreCheckAnalysis(of: try checks(), in: month, category: category, client: client)
    }

    private func observation(in line: String, _ products: inout [ShelfProduct]) throws -> ShelfObservation {
        let words = line.split(separator: " ").map(String.init)
        let names = words[2].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let product = ShelfProduct(
            names[1], brand: names[0], category: names.count > 3 ? names[3] : "", size: names.count > 2 ? names[2] : "")
        let number = products.firstIndex(of: product) ?? products.count
        if number == products.count { products.append(product) }
        let marks = words.dropFirst(3)
        let facings = marks.first { $0.hasPrefix("x") }.flatMap { Int($0.dropFirst()) }
        let price = try marks.first { $0.first?.isNumber == true }.map { try Money($0, .cny) }
        return ShelfObservation(
            store: stores.firstIndex { $0.name == words[0] }!, product: number, on: CivilDay(words[1])!,
            isHandled: facings != 0 || marks.count > 1, price: price, facings: facings,
            isPromoted: marks.contains("promo"), isOutOfStock: marks.contains("out"),
            photos: marks.filter { $0.hasSuffix(".jpg") })
    }
}

let december = CivilMonth(year: 2025, month: 12)!

extension ShelfSketch {
    /// Four stores, two brands, two months, small enough to be worked out by hand.
    static let tea = ShelfSketch(
        [
            CheckedStore("A", region: "East", format: "Small", turnover: yuan(100)),
            CheckedStore("B", region: "East", format: "Large", turnover: yuan(300)),
            CheckedStore("C", region: "West", format: "Large", turnover: yuan(600)),
            CheckedStore("D", region: "West", format: "Small", turnover: yuan(50)),
        ],
        """
        A 2025-11-03 Own/Tea/S 4.00 x5
        A 2025-11-03 Own/Old/S 3.50 x2
        A 2025-11-03 Rival/Cola/S 5.50 x5
        B 2025-11-04 Own/Tea/S 4.00 x5
        B 2025-11-04 Rival/Cola/S 5.00 x5
        D 2025-11-05 Own/Tea/S 3.00 x5
        A 2025-12-03 Own/Tea/S 4.00 x4
        A 2025-12-03 Rival/Cola/S 5.00 x6 promo
        B 2025-12-04 Own/Tea/S 4.40 x0 out
        B 2025-12-04 Own/Max/L 9.00 x2
        B 2025-12-04 Rival/Cola/S 5.00 x8
        C 2025-12-05 Rival/Cola/S 5.60 x10
        C 2025-12-05 Rival/Big/L 8.00 x5 promo
        C 2025-12-05 Own/Tea/S x0
        """)

    static func yuan(_ amount: Int64) -> Money { Money(minorUnits: amount * 100, .cny) }
}

extension StoreCheckAnalysis {
    /// The line of a brand, or of a product.
    func line(_ brand: String, _ product: String? = nil) -> ShelfLine? {
        let lines = categories.flatMap { product == nil ? $0.brands : $0.products }
        return lines.first { $0.brand == brand && $0.product?.name == product }
    }
}
