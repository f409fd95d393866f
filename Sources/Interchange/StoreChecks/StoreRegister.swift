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
    mutating func state<Value: Equatable>(
        _ key: WritableKeyPath<Draft, Located<Value>?>, _ value: Located<Value>?, of store: Int, _ what: String
    ) throws(TextFault) {
        guard let value else { return }
        guard let known = drafts[store][keyPath: key] else {
            drafts[store][keyPath: key] = value
            return
        }
        guard known.value != value.value else { return }
        throw .conflict("the \(what) of “\(drafts[store].name)”", "\(value.value)", "\(known.value)", known.place)
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

    mutating func add(_ name: Name, category: Located<String>?) throws(TextFault) -> Int {
        guard let known = positions[name] else {
            positions[name] = names.count
            names.append(name)
            categories.append(category)
            return names.count - 1
        }
        guard let category else { return known }
        guard let earlier = categories[known] else {
            categories[known] = category
            return known
        }
        guard earlier.value != category.value else { return known }
        throw .conflict("the category of “\(name.product)”", category.value, earlier.value, earlier.place)
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
