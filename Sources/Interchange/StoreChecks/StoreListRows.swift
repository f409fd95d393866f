import Diagnostics
import Formats
import Monetary

/// The rows of a list of stores while they are read.
struct StoreListRows {
    private let currency: Currency
    private var fields: StoreCheckFields?
    private var headerFindings: [Finding] = []
    private(set) var register = StoreRegister()

    init(in currency: Currency) { self.currency = currency }

    var findings: [Finding] { headerFindings + (fields?.findings ?? []) }

    /// Takes the header, and says whether the rows can be read.
    mutating func begin(_ header: CSVHeader) -> Bool {
        let columns = StoreCheckColumns(header, among: StoreCheckColumn.ofStoreList, required: [.store])
        headerFindings = columns.findings
        guard !FindingList(headerFindings).hasErrors else { return false }
        fields = StoreCheckFields(columns)
        return true
    }

    mutating func add(_ record: any TableRecord) {
        guard var fields else { return }
        defer { self.fields = fields }
        guard let store = fields.name(.store, record) else { return }
        guard register.position(of: store) == nil else {
            let fault = TextFault(
                "store-check.store-twice", "the list has “\(store)” twice", advice: "leave one of the rows out")
            return fields.report(fault, .store, record)
        }
        let position = register.add(store)
        let turnover = fields.value(.turnover, record) { [currency] text throws(TextFault) in
            try StoreCheckWords.turnover(text, in: currency)
        }
        state(\.region, fields.text(.region, record), of: position, fields.place(.region, record))
        state(\.format, fields.text(.format, record), of: position, fields.place(.format, record))
        state(\.turnover, turnover, of: position, fields.place(.turnover, record))
    }

    private mutating func state<Value: Equatable>(
        _ key: WritableKeyPath<StoreRegister.Draft, Located<Value>?>, _ value: Value?, of store: Int,
        _ place: SourcePlace
    ) {
        guard let value else { return }
        // A new store has nothing stated yet that could differ.
        try? register.state(key, value, of: store, "", at: place)
    }
}
