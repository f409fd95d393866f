import Diagnostics
import MediaSpend
import Monetary

/// Stores as rows name them, each with what was said of it first.
struct StoreRegister {
    private(set) var drafts: [Draft] = []
    private var positions: [String: Int] = [:]

    struct Draft {
        let name: String
        var region: Located<String>?
        var format: Located<String>?
        var turnover: Located<Money>?
    }

    /// The position of a store; `nil` for one that no row has named.
    func position(of name: String) -> Int? { positions[name] }

    /// The position of a store, which is new where no row has named it.
    mutating func add(_ name: String) -> Int {
        if let known = positions[name] { return known }
        positions[name] = drafts.count
        drafts.append(Draft(name: name))
        return drafts.count - 1
    }

    /// Takes in what a row says of a store; a fault where an earlier row said something else.
    ///
    /// - Parameter place: asked for only where it is kept: finding it takes as long as reading the row.
    mutating func state<Value: Equatable>(
        _ key: WritableKeyPath<Draft, Located<Value>?>, _ value: Value, of store: Int, _ what: String,
        at place: @autoclosure () -> SourcePlace
    ) throws(TextFault) {
        guard let known = drafts[store][keyPath: key] else {
            drafts[store][keyPath: key] = Located(value, at: place())
            return
        }
        guard known.value != value else { return }
        throw .conflict("the \(what) of “\(drafts[store].name)”", "\(value)", "\(known.value)", known.place)
    }

    var stores: [CheckedStore] {
        drafts.map { draft in
            CheckedStore(
                draft.name, region: draft.region?.value ?? "", format: draft.format?.value ?? "",
                turnover: draft.turnover?.value)
        }
    }
}

/// Products as rows name them: brand, name and size make one; its category is what was said of it first.
struct ProductRegister {
    private var names: [Name] = []
    private var categories: [Located<String>?] = []
    private var positions: [Name: Int] = [:]

    struct Name: Hashable {
        let brand: String
        let product: String
        let size: String
    }

    /// - Parameter place: of the category; asked for only where it is kept.
    mutating func add(
        _ name: Name, category: String?, at place: @autoclosure () -> SourcePlace
    ) throws(TextFault) -> Int {
        let number = positions[name] ?? names.count
        if number == names.count {
            positions[name] = number
            names.append(name)
            categories.append(nil)
        }
        guard let category else { return number }
        guard let earlier = categories[number] else {
            categories[number] = Located(category, at: place())
            return number
        }
        guard earlier.value != category else { return number }
        throw .conflict("the category of “\(name.product)”", category, earlier.value, earlier.place)
    }

    var products: [ShelfProduct] {
        zip(names, categories).map { name, category in
            ShelfProduct(name.product, brand: name.brand, category: category?.value ?? "", size: name.size)
        }
    }
}

extension TextFault {
    fileprivate static func conflict(
        _ subject: String, _ here: String, _ there: String, _ place: SourcePlace?
    ) -> TextFault {
        TextFault(
            "store-check.conflict",
            "\(subject) is “\(here)” here and “\(there)” in \(place.map { "\($0.file):\($0.line)" } ?? "another row")",
            advice: "write the same in every row")
    }
}
