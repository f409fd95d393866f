import Costing
import Diagnostics
import Monetary
import Testing
import WorkTime

@Suite("Checking an estimate")
struct EstimateCheckTests {
    private func ids(_ draft: EstimateDraft) -> [String] { draft.checked().findings.map(\.id.rawValue) }

    private func day(_ text: String) -> Located<CivilDay> { Located(CivilDay(text)!) }

    @Test("a sound draft becomes an estimate without a word")
    func sound() throws {
        let (estimate, findings) = estimateDraft([lineDraft("film", rate: "480000")]).checked()
        #expect(findings.isEmpty)
        let film = try #require(estimate?.line("film"))
        #expect(film.name == "film" && film.quantity == 1 && film.earning == .percentComplete)
        #expect(try film.price == yuan("480000"))
        #expect(estimate?.version == 1)
        #expect(estimate?.effective == CivilDay("2026-01-05"))
    }

    @Test("an empty draft says all that is missing at once")
    func empty() {
        #expect(
            ids(EstimateDraft()) == [
                "cost.no-name", "cost.no-client", "cost.no-currency", "cost.no-job", "cost.no-dates", "cost.no-dates",
                "cost.no-lines",
            ])
    }

    @Test("what could not be read is not reported as missing")
    func unread() {
        let draft = EstimateDraft(
            job: Located("spring"), unread: [.name, .client, .currency, .version, .start, .finish, .lines])
        #expect(ids(draft) == ["cost.incomplete"])
        #expect(draft.checked().estimate == nil)
    }

    @Test("blanks are no name and no client")
    func blank() {
        let draft = estimateDraft([lineDraft("a")]) { ($0.name, $0.client) = (Located(" "), Located("")) }
        #expect(ids(draft) == ["cost.no-name", "cost.no-client"])
    }

    /// What makes a sound draft faulty, and what is found then.
    struct Fault<Draft>: Sendable, CustomTestStringConvertible {
        let id: String
        let change: @Sendable (inout Draft) -> Void
        var testDescription: String { id }

        init(_ id: String, _ change: @escaping @Sendable (inout Draft) -> Void) {
            self.id = id
            self.change = change
        }
    }

    @Test(
        "each fault of the head has its finding",
        arguments: [
            Fault<EstimateDraft>("cost.bad-id", { $0.job = Located("spring launch") }),
            Fault<EstimateDraft>("cost.bad-version", { $0.version = Located(0) }),
            Fault<EstimateDraft>("cost.unknown-currency", { $0.currency = Located("RMB") }),
            Fault<EstimateDraft>("cost.finish-before-start", { $0.finish = Located(CivilDay("2025-12-31")!) }),
            Fault<EstimateDraft>("cost.date-outside-job", { $0.effective = Located(CivilDay("2027-01-01")!) }),
            Fault<EstimateDraft>("cost.impossible-tax", { $0.tax = Located(1) }),
            Fault<EstimateDraft>("cost.no-lines", { $0.lines = [] }),
            Fault<EstimateDraft>("cost.negative-reserve", { $0.contingency = Located(.amount(-1)) }),
            Fault<EstimateDraft>("cost.negative-reserve", { $0.managementReserve = Located(.share(-1)) }),
            Fault<EstimateDraft>("cost.negative-reserve", { $0.ceiling = Located(-5) }),
            Fault<EstimateDraft>("cost.too-many-decimals", { $0.contingency = Located(.amount(try! Rate("0.001"))) }),
            Fault<EstimateDraft>("cost.too-many-decimals", { $0.ceiling = Located(try! Rate("1000.005")) }),
            Fault<EstimateDraft>("cost.overflow", { $0.ceiling = Located(try! Rate("99999999999999999999")) }),
            Fault<EstimateDraft>("cost.unknown-currency", { $0.exchanges = [exchange("XYZ", "2")] }),
            Fault<EstimateDraft>("cost.zero-rate", { $0.exchanges = [exchange("HKD", "0")] }),
            Fault<EstimateDraft>("cost.zero-rate", { $0.exchanges = [exchange("HKD", "1", per: "0")] }),
            Fault<EstimateDraft>("cost.zero-rate", { $0.exchanges = [exchange("CNY", "2")] }),
            Fault<EstimateDraft>(
                "cost.duplicate-rate", { $0.exchanges = [exchange("HKD", "1"), exchange("HKD", "1")] }),
        ])
    func head(fault: Fault<EstimateDraft>) {
        let draft = estimateDraft([lineDraft("film")], change: fault.change)
        #expect(ids(draft).filter { $0 != "cost.ceiling-passed" } == [fault.id])
        #expect(draft.checked().estimate == nil)
    }

    @Test(
        "each fault of a line has its finding",
        arguments: [
            Fault<EstimateLineDraft>("cost.bad-id", { $0.id = Located("a b") }),
            Fault<EstimateLineDraft>("cost.bad-id", { $0.id = Located("") }),
            Fault<EstimateLineDraft>("cost.bad-id", { $0.id = Located("a、b") }),
            Fault<EstimateLineDraft>("cost.bad-id", { $0.id = Located("a\u{7}") }),
            Fault<EstimateLineDraft>("cost.bad-quantity", { $0.quantity = Located(0) }),
            Fault<EstimateLineDraft>("cost.bad-quantity", { $0.quantity = Located(-2) }),
            Fault<EstimateLineDraft>("cost.negative-line", { $0.rate = Located(-1) }),
            Fault<EstimateLineDraft>("cost.negative-line", { $0.price = Located(-1) }),
            Fault<EstimateLineDraft>("cost.too-many-decimals", { $0.rate = Located(try! Rate("1.005")) }),
            Fault<EstimateLineDraft>("cost.too-many-decimals", { $0.price = Located(try! Rate("100.005")) }),
            Fault<EstimateLineDraft>("cost.no-exchange-rate", { $0.currency = Located("EUR") }),
            Fault<EstimateLineDraft>("cost.unknown-currency", { $0.currency = Located("eur") }),
            Fault<EstimateLineDraft>("cost.impossible-commission", { $0.commission = Located(1) }),
            Fault<EstimateLineDraft>("cost.impossible-commission", { $0.commission = Located(-1) }),
            Fault<EstimateLineDraft>("cost.impossible-markup", { $0.markup = Located(-1) }),
            Fault<EstimateLineDraft>("cost.several-bases", { ($0.markup, $0.commission) = (Located(0), Located(0)) }),
            Fault<EstimateLineDraft>("cost.several-bases", { ($0.markup, $0.price) = (Located(0), Located(500)) }),
            Fault<EstimateLineDraft>("cost.gross-without-commission", { $0.isGross = Located(true) }),
            Fault<EstimateLineDraft>("cost.line-without-rate", { $0.rate = nil }),
            Fault<EstimateLineDraft>("cost.line-without-rate", { ($0.rate, $0.markup) = (nil, Located(0)) }),
            Fault<EstimateLineDraft>("cost.date-outside-job", { $0.start = Located(CivilDay("2026-01-04")!) }),
            Fault<EstimateLineDraft>("cost.date-outside-job", { $0.finish = Located(CivilDay("2027-01-01")!) }),
            Fault<EstimateLineDraft>(
                "cost.finish-before-start",
                { ($0.start, $0.finish) = (Located(CivilDay("2026-05-02")!), Located(CivilDay("2026-05-01")!)) }
            ),
            Fault<EstimateLineDraft>(
                "cost.overflow",
                { ($0.quantity, $0.rate) = (Located(1_000_000_000_000), Located(1_000_000_000_000)) }
            ),
            Fault<EstimateLineDraft>(
                "cost.milestones-not-whole",
                { $0.earning = Located(.milestones([.init(name: "shoot", share: Rate(percent: 99), due: nil)])) }
            ),
            Fault<EstimateLineDraft>("cost.milestones-not-whole", { $0.earning = Located(.milestones([])) }),
            Fault<EstimateLineDraft>(
                "cost.bad-milestone",
                {
                    $0.earning = Located(
                        .milestones([.init(name: "a", share: 1, due: nil), .init(name: "b", share: 0, due: nil)]))
                }
            ),
            Fault<EstimateLineDraft>(
                "cost.bad-milestone",
                {
                    let half = EarningRule.Milestone(name: "a", share: Rate(percent: 50), due: nil)
                    $0.earning = Located(.milestones([half, half]))
                }
            ),
            Fault<EstimateLineDraft>(
                "cost.date-outside-job",
                { $0.earning = Located(.milestones([.init(name: "a", share: 1, due: CivilDay("2027-01-01")!)])) }
            ),
        ])
    func line(fault: Fault<EstimateLineDraft>) {
        let draft = estimateDraft([lineDraft("film", change: fault.change), lineDraft("fee")])
        #expect(ids(draft) == [fault.id])
        #expect(draft.checked().estimate == nil)
    }

    @Test("two lines of one id are an error")
    func duplicates() { #expect(ids(estimateDraft([lineDraft("a"), lineDraft("a")])) == ["cost.duplicate-line"]) }

    @Test("a sum that passes what can be counted is an error, where each line alone is none")
    func sum() {
        let large = "90000000000000000"
        #expect(ids(estimateDraft([lineDraft("a", rate: large)])).isEmpty)
        #expect(ids(estimateDraft([lineDraft("a", rate: large), lineDraft("b", rate: large)])) == ["cost.overflow"])
    }

    @Test("the rate of a unit may have more decimals than money; the amount is rounded once")
    func unitRate() throws {
        let line = lineDraft("clicks", rate: "0.0125") { $0.quantity = Located(1_000_001) }
        let estimate = try CostEstimate(checking: estimateDraft([line]))
        #expect(try estimate.cost() == yuan("12500.01"))
    }

    @Test(
        "what is worth a look is a warning, and the estimate is used",
        arguments: [
            Fault<EstimateDraft>("cost.ceiling-passed", { $0.ceiling = Located(199) }),
            Fault<EstimateDraft>(
                "cost.rate-without-date", { $0.exchanges = [ExchangeDraft(currency: Located("HKD"), rate: Located(1))] }
            ),
            Fault<EstimateDraft>("cost.price-below-cost", { $0.lines[0].price = Located(99) }),
            Fault<EstimateDraft>("cost.units-without-quantity", { $0.lines[0].earning = Located(.units) }),
            Fault<EstimateDraft>(
                "cost.billing-passes-price",
                {
                    $0.billing = [
                        BillingStepDraft(
                            name: nil, date: Located(CivilDay("2026-05-01")!), amount: Located(.amount(201)))
                    ]
                }
            ),
            Fault<EstimateDraft>(
                "cost.billing-outside-job",
                {
                    $0.billing = [
                        BillingStepDraft(name: nil, date: Located(CivilDay("2027-05-01")!), amount: Located(.amount(2)))
                    ]
                }
            ),
        ])
    func warnings(fault: Fault<EstimateDraft>) {
        let (estimate, findings) = estimateDraft([lineDraft("a"), lineDraft("b")], change: fault.change).checked()
        #expect(findings.map(\.id.rawValue) == [fault.id])
        #expect(findings.allSatisfy { $0.severity == .warning })
        #expect(estimate != nil)
    }

    @Test("a step of the billing needs a date and an amount that is not below zero")
    func billing() {
        let steps = [
            BillingStepDraft(name: nil, date: nil, amount: Located(.amount(1))),
            BillingStepDraft(name: nil, date: day("2026-05-01"), amount: nil),
            BillingStepDraft(name: nil, date: day("2026-05-01"), amount: Located(.amount(-1))),
            BillingStepDraft(name: nil, date: day("2026-05-01"), amount: Located(.share(-1))),
            BillingStepDraft(name: nil, date: nil, amount: nil, isUnread: true),
        ]
        let draft = estimateDraft([lineDraft("a")]) { $0.billing = steps }
        #expect(
            ids(draft) == [
                "cost.step-without-date", "cost.step-without-amount", "cost.negative-amount", "cost.negative-amount",
            ])
    }
}
