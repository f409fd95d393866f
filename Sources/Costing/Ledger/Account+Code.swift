/// What an account is about: a name for its kind, and the names that tell it from others of the kind.
///
/// Two accounts with the same code are one; a workspace and a trial balance are in the order of codes.
public struct AccountCode: Hashable, Sendable {
    /// Stable, as a workspace stores it.
    public let kind: Kind
    /// The number of the order.
    public let order: String?
    public let line: LineID?
    /// The supplier or the client.
    public let party: String?

    public init(kind: Kind, order: String? = nil, line: LineID? = nil, party: String? = nil) {
        self.kind = kind
        self.order = order
        self.line = line
        self.party = party
    }

    /// Whether single orders have accounts of this kind, beside the one of all orders.
    public var isOfOrders: Bool { kind == .accrued || kind == .ordered }

    /// The account that holds the sum of this and its like: for accounts of single orders that of all orders.
    public var control: AccountCode { isOfOrders ? AccountCode(kind: kind) : self }

    /// In the order in which a trial balance lists them.
    public enum Kind: Int, Hashable, Sendable, CaseIterable {
        case cost = 1
        case accrued
        case payable
        case receivable
        case revenue
        case retainer
        case inputTax
        case outputTax
        case bank
        case timeWorked
        case exchange
        case ordered
        case commitments
    }
}

extension AccountCode: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.key < right.key }

    private var key: (Int, String, String, String) { (kind.rawValue, party ?? "", order ?? "", line?.rawValue ?? "") }
}

extension Account {
    public var code: AccountCode {
        switch self {
        case .cost(let line): AccountCode(kind: .cost, line: line)
        case .accrued(let order, let line): AccountCode(kind: .accrued, order: order, line: line)
        case .payable(let supplier): AccountCode(kind: .payable, party: supplier)
        case .receivable(let client): AccountCode(kind: .receivable, party: client)
        case .revenue(let line): AccountCode(kind: .revenue, line: line)
        case .retainer(let client): AccountCode(kind: .retainer, party: client)
        case .inputTax: AccountCode(kind: .inputTax)
        case .outputTax: AccountCode(kind: .outputTax)
        case .bank: AccountCode(kind: .bank)
        case .timeWorked: AccountCode(kind: .timeWorked)
        case .exchange: AccountCode(kind: .exchange)
        case .ordered(let order, let line): AccountCode(kind: .ordered, order: order, line: line)
        case .commitments: AccountCode(kind: .commitments)
        }
    }

    /// `nil` for a code that lacks a name which its kind needs.
    public init?(_ code: AccountCode) {
        switch (code.kind, code.order, code.line, code.party) {
        case (.cost, _, let line?, _): self = .cost(line)
        case (.accrued, let order?, let line?, _): self = .accrued(order: order, line)
        case (.payable, _, _, let party?): self = .payable(supplier: party)
        case (.receivable, _, _, let party?): self = .receivable(client: party)
        case (.revenue, _, let line, _): self = .revenue(line)
        case (.retainer, _, _, let party?): self = .retainer(client: party)
        case (.inputTax, _, _, _): self = .inputTax
        case (.outputTax, _, _, _): self = .outputTax
        case (.bank, _, _, _): self = .bank
        case (.timeWorked, _, _, _): self = .timeWorked
        case (.exchange, _, _, _): self = .exchange
        case (.ordered, let order?, let line?, _): self = .ordered(order: order, line)
        case (.commitments, _, _, _): self = .commitments
        default: return nil
        }
    }
}
