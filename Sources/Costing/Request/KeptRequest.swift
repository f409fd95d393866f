public import Monetary
public import WorkTime

/// A request for approval as the workspace keeps it: what was asked for, and what was answered.
public struct KeptRequest: Hashable, Sendable {
    /// From 1, in the order in which they were drafted.
    public let number: Int
    public let date: CivilDay
    /// The version of the estimate that held.
    public let version: Int
    public let approvedCost: Money
    public let forecast: Money
    public let confidence: Double
    /// The cost that was asked for.
    public let amount: Money
    /// What the client would be billed for it.
    public let price: Money
    public let answerBy: CivilDay
    /// `nil` until there is one.
    public let answer: Answer?

    public struct Answer: Hashable, Sendable {
        public let kind: Kind
        /// What was granted; `nil` where nothing was.
        public let amount: Money?
        public let date: CivilDay
        public let name: String

        public init(kind: Kind, amount: Money?, date: CivilDay, name: String) {
            self.kind = kind
            self.amount = amount
            self.date = date
            self.name = name
        }
    }

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case approved
        case declined
        /// By the agency, because it is not needed any more.
        case withdrawn
    }

    public init(
        number: Int, date: CivilDay, version: Int, approvedCost: Money, forecast: Money, confidence: Double,
        amount: Money, price: Money, answerBy: CivilDay, answer: Answer? = nil
    ) {
        self.number = number
        self.date = date
        self.version = version
        self.approvedCost = approvedCost
        self.forecast = forecast
        self.confidence = confidence
        self.amount = amount
        self.price = price
        self.answerBy = answerBy
        self.answer = answer
    }

    /// What is kept of a draft.
    public init(_ request: ApprovalRequest, number: Int) {
        self.init(
            number: number, date: request.date, version: request.version, approvedCost: request.approvedCost,
            forecast: request.forecast, confidence: request.confidence, amount: request.amount, price: request.price,
            answerBy: request.answerBy)
    }

    /// The same with its answer.
    public func answered(_ answer: Answer) -> KeptRequest {
        KeptRequest(
            number: number, date: date, version: version, approvedCost: approvedCost, forecast: forecast,
            confidence: confidence, amount: amount, price: price, answerBy: answerBy, answer: answer)
    }
}
