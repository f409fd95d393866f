import MediaSpend
import Monetary
import Reports
import WorkTime

/// Visits of stores for papers: four brands of tea in nine stores, over November and December 2025 and December 2024.
struct SampleShelves {
    var stores: [CheckedStore]
    var products: [ShelfProduct]
    var observations: [ShelfObservation] = []
    var records = Set(StoreChecks.Record.allCases)

    init() {
        stores = ["East", "South", "North"].enumerated().flatMap { index, region in
            ["Hypermarket", "Supermarket", "Convenience"].enumerated().map { size, format in
                CheckedStore(
                    "\(region) \(format)", region: region, format: format,
                    turnover: Money(minorUnits: Int64(900_000 / (size * size + 1) + index * 20_000) * 100, .cny))
            }
        }
        products = [
            ShelfProduct("Oolong", brand: "清泉", category: "Tea", size: "500 ml"),
            ShelfProduct("Oolong", brand: "清泉", category: "Tea", size: "1 l"),
            ShelfProduct("Ice Tea", brand: "Cascade", category: "Tea", size: "500 ml"),
            ShelfProduct("Ice Tea", brand: "Cascade", category: "Tea", size: "1 l"),
            ShelfProduct("Sparkling", brand: "Nova", category: "Tea", size: "500 ml"),
            ShelfProduct("Pu'er", brand: "君山", category: "Tea", size: "330 ml"),
        ]
        visit("2024-12", day: 10, stores: 0..<6, dearerBy: -30)
        visit("2025-11", day: 4, stores: 0..<8, dearerBy: 0)
        visit("2025-12", day: 2, stores: 1..<9, dearerBy: 20)
    }

    /// A visit of some stores, and what stood there; every figure follows from store, product and month.
    private mutating func visit(_ month: String, day: Int, stores: Range<Int>, dearerBy fen: Int64) {
        let first = CivilDay("\(month)-01")!
        for store in stores {
            for product in products.indices where handles(product, store, month) {
                let isOut = (store + product) % 7 == (month == "2025-12" ? 5 : 6)
                observations.append(
                    ShelfObservation(
                        store: store, product: product, on: first.advanced(by: day + store),
                        price: Money(minorUnits: price(product, store) + (product == 2 ? -fen : fen), .cny),
                        facings: isOut ? 0 : 1 + (store * 2 + product) % 6, isPromoted: (store * product) % 4 == 3,
                        isOutOfStock: isOut,
                        photos: product == 0 && store % 4 == 1 ? ["photos/\(month)/\(store).jpg"] : []))
            }
        }
    }

    private func handles(_ product: Int, _ store: Int, _ month: String) -> Bool {
        switch product {
        case 4: month == "2025-12" && store % 2 == 0
        case 5: month != "2025-12" && store % 3 == 0
        case 1: store % 3 != 2
        case 0: store != 5 || month != "2025-11"
        default: true
        }
    }

    private func price(_ product: Int, _ store: Int) -> Int64 {
        [450, 820, 500, 860, 720, 580][product] + Int64(store % 3) * 20
    }

    func analysis(
        _ month: String = "2025-12", category: String? = nil, client: String? = "清泉"
    ) -> StoreCheckAnalysis {
        let checks = StoreChecks(
            in: .cny, stores: stores, products: products, observations: observations, records: records)
        return StoreCheckAnalysis(of: checks, in: CivilMonth(month)!, category: category, client: client)
    }
}
