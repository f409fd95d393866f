import Costing
import Monetary
import WorkTime

/// An estimate being told in one language.
struct EstimatePaperWords {
    let paper: EstimatePaper
    let book: Phrasebook

    init(_ paper: EstimatePaper, _ book: Phrasebook) {
        self.paper = paper
        self.book = book
    }

    var estimate: CostEstimate { paper.estimate }
    var totals: EstimateTotals { paper.totals }
    var currency: Currency { estimate.currency }

    /// This version as it is kept; `nil` where the workspace does not hold it as it is.
    var kept: EstimateVersion? {
        paper.record.version(estimate.version).flatMap { $0.estimate == estimate ? $0 : nil }
    }

    var facts: [Report.Fact] {
        [
            .init(book.say(.source), paper.source), .init(book.say(CostEstimatePhrase.job), estimate.job.rawValue),
            .init(book.say(CostEstimatePhrase.client), estimate.client),
            .init(
                book.say(CostEstimatePhrase.version),
                book.say(CostEstimatePhrase.versionInState(estimate.version, EstimateStatePhrase(kept?.state)))),
            .init(
                book.say(CostEstimatePhrase.period),
                book.say(CostEstimatePhrase.fromTo(estimate.start, estimate.finish))),
        ] + changeFacts
    }

    /// From when a change order holds, and why.
    private var changeFacts: [Report.Fact] {
        let holds = estimate.effective == estimate.start ? nil : book.day(estimate.effective)
        return [(CostEstimatePhrase.effective, holds), (.reason, estimate.reason)].compactMap { label, value in
            value.map { .init(book.say(label), $0) }
        }
    }

    // MARK: Words for values

    /// A heading with the currency of its amounts.
    func heading(_ phrase: CostEstimatePhrase) -> String {
        book.say(LayoutPhrase.headingWithUnit(book.say(phrase), currency.code))
    }

    /// A number with as many decimals as it has, up to six.
    func number(_ rate: Rate, atLeast least: Int = 0) -> Cell {
        book.cell(.number(Double(rate), decimals: decimals(of: rate, atLeast: least)))
    }

    private func decimals(of rate: Rate, atLeast least: Int) -> Int {
        let power = (least..<6).first { places in
            let scaled = (try? rate * Rate(powerOfTen(places), over: 1)) ?? .one
            return scaled.denominator == 1
        }
        return power ?? 6
    }

    private func powerOfTen(_ places: Int) -> Int128 { (0..<places).reduce(1) { power, _ in power * 10 } }

    /// A share as it is spoken of: `15%`, `17.65%`.
    func percent(_ share: Rate) -> String {
        let hundredths = (try? share * Rate(100)) ?? share
        return book.percent(Double(share), decimals: min(2, decimals(of: hundredths, atLeast: 0)))
    }

    func signed(by signOff: SignOff?) -> Cell {
        guard let signOff else { return Cell("–", emphasis: .muted) }
        return Cell(book.say(PromisePhrase.by(signOff.date, signOff.name)))
    }
}
