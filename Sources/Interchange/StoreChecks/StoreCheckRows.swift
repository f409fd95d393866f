import Diagnostics
import Formats
import MediaSpend
import Monetary
import WorkTime

/// The rows of a store check while they are read.
struct StoreCheckRows {
    private var fields: StoreCheckFields
    private let currency: Currency
    private(set) var stores: StoreRegister
    /// Stores that the list does not name, as far as they were reported; `nil` without a list.
    private var unlisted: Set<String>?
    private(set) var products = ProductRegister()
    private(set) var observations: [ShelfObservation] = []
    private var known: [Key: (index: Int, line: Int)] = [:]

    private struct Key: Hashable {
        let store: Int
        let product: Int
        let day: CivilDay
    }

    /// - Parameter list: the stores of a list; `nil` where there is none.
    init(_ columns: StoreCheckColumns, list: StoreRegister?, in currency: Currency) {
        fields = StoreCheckFields(columns)
        stores = list ?? StoreRegister()
        unlisted = list == nil ? nil : []
        self.currency = currency
    }

    var findings: [Finding] { fields.findings }

    mutating func add(_ record: any TableRecord) {
        let (store, brand) = (fields.name(.store, record), fields.name(.brand, record))
        let product = fields.name(.product, record)
        let day = fields.attempt(.date, record) { [fields] () throws(TextFault) in
            try StoreCheckWords.day(fields.text(.date, record) ?? "")
        }
        let seen = seen(record)
        guard let store, let brand, let product, let day else { return }
        let position = position(of: store, record)
        let name = ProductRegister.Name(brand: brand, product: product, size: fields.text(.size, record) ?? "")
        guard let number = register(name, record) else { return }
        keep(
            ShelfObservation(
                store: position, product: number, on: day, isHandled: seen.isHandled, price: seen.price,
                facings: seen.facings, isPromoted: seen.isPromoted, isOutOfStock: seen.isOutOfStock,
                photos: seen.photos), record)
    }

    // MARK: Stores and products

    private mutating func position(of store: String, _ record: any TableRecord) -> Int {
        if let unlisted, stores.position(of: store) == nil, !unlisted.contains(store) {
            self.unlisted?.insert(store)
            let nearest = nearestName(to: store, among: stores.drafts.map(\.name))
            fields.report(
                TextFault(
                    "store-check.unlisted-store", "the list of stores has no “\(store)”; it is counted as one more",
                    advice: nearest.map { "is “\($0)” meant?" } ?? "add it to the list"), .store, record, as: .warning)
        }
        let position = stores.add(store)
        let turnover = fields.value(.turnover, record) { [currency] text throws(TextFault) in
            try StoreCheckWords.turnover(text, in: currency)
        }
        state(\.region, fields.text(.region, record), of: position, .region, record)
        state(\.format, fields.text(.format, record), of: position, .format, record)
        state(\.turnover, turnover, of: position, .turnover, record)
        return position
    }

    private mutating func state<Value: Equatable>(
        _ key: WritableKeyPath<StoreRegister.Draft, Located<Value>?>, _ value: Value?, of store: Int,
        _ column: StoreCheckColumn, _ record: any TableRecord
    ) {
        guard let value else { return }
        do throws(TextFault) {
            try stores.state(key, value, of: store, column.rawValue, at: fields.place(column, record))
        } catch {
            fields.report(error, column, record)
        }
    }

    private mutating func register(_ name: ProductRegister.Name, _ record: any TableRecord) -> Int? {
        let category = fields.text(.category, record)
        do throws(TextFault) {
            return try products.add(name, category: category, at: fields.place(.category, record))
        } catch {
            fields.report(error, .category, record)
            return nil
        }
    }

    // MARK: What was seen

    private struct Seen {
        var isHandled = true
        var price: Money?
        var facings: Int?
        var isPromoted = false
        var isOutOfStock = false
        var photos: [String] = []
    }

    /// A flag that is empty says no: field staff mark what is so.
    private mutating func seen(_ record: any TableRecord) -> Seen {
        var seen = Seen()
        seen.price =
            fields.value(.price, record) { [currency] text throws(TextFault) in
                try StoreCheckWords.price(text, in: currency)
            }
        seen.facings = fields.value(.facings, record, StoreCheckWords.facings)
        seen.isPromoted = fields.value(.promotion, record, StoreCheckWords.flag) ?? false
        seen.isOutOfStock = fields.value(.stockOut, record, StoreCheckWords.flag) ?? false
        seen.photos = fields.value(.photo, record, StoreCheckWords.photos) ?? []
        let stated = fields.value(.handled, record, StoreCheckWords.flag)
        seen.isHandled = stated ?? !isNothing(seen)
        if stated == false { checkAbsent(seen, record) }
        if stated == nil { checkBlank(seen, record) }
        return seen
    }

    /// Whether a row says that the product was looked for and is not there.
    private func isNothing(_ seen: Seen) -> Bool {
        seen.facings == 0 && seen.price == nil && !seen.isPromoted && !seen.isOutOfStock
    }

    private mutating func checkAbsent(_ seen: Seen, _ record: any TableRecord) {
        guard seen.price != nil || (seen.facings ?? 0) > 0 || seen.isPromoted || seen.isOutOfStock else { return }
        fields.report(
            TextFault(
                "store-check.contradiction",
                "the row says that the store does not handle the product, and what it saw of it",
                advice: "say that it is handled, or leave price, facings, promotion and stock-out empty"), .handled,
            record)
    }

    /// A row in which everything is empty may mean either; where it could have said more, someone should look at it.
    private mutating func checkBlank(_ seen: Seen, _ record: any TableRecord) {
        let tells: [StoreCheckColumn] = [.price, .facings, .stockOut, .promotion]
        guard seen.price == nil, seen.facings == nil, tells.contains(where: { fields.columns[$0] != nil }),
            tells.allSatisfy({ fields.text($0, record) == nil })
        else { return }
        fields.report(
            TextFault(
                "store-check.nothing-seen", "this row says nothing of the product, which counts as handled",
                advice: "write 0 facings where the store does not handle it; otherwise its price or facings"),
            .product, record, as: .warning)
    }

    /// Takes in an observation, or says that there is one of the same store, product and day already.
    private mutating func keep(_ observation: ShelfObservation, _ record: any TableRecord) {
        let key = Key(store: observation.store, product: observation.product, day: observation.day)
        let line = record.place(of: 0).line
        guard let earlier = known[key] else {
            known[key] = (observations.count, line)
            observations.append(observation)
            return
        }
        let isSame = observations[earlier.index].agrees(with: observation)
        let (store, product) = (stores.drafts[observation.store].name, fields.text(.product, record) ?? "")
        let twice = "“\(product)” stands twice for “\(store)” on \(observation.day)"
        if isSame {
            observations[earlier.index].photos += observation.photos
            // Several photos of one product are several rows with the same figures.
            guard observation.photos.isEmpty else { return }
            fields.report(
                TextFault(
                    "store-check.repeated", "\(twice), with the same figures as in line \(earlier.line)",
                    advice: "leave one of the rows out; it is counted once"), .product, record, as: .warning)
        } else {
            fields.report(
                TextFault(
                    "store-check.twice", "\(twice), with other figures than in line \(earlier.line)",
                    advice: "keep the row that is right; a second visit needs another date"), .product, record)
        }
    }
}

extension ShelfObservation {
    /// Whether both saw the same; their photos do not matter.
    fileprivate func agrees(with other: ShelfObservation) -> Bool {
        isHandled == other.isHandled && price == other.price && facings == other.facings
            && isPromoted == other.isPromoted && isOutOfStock == other.isOutOfStock
    }
}
