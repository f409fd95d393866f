import Costing
import Diagnostics
import Monetary
import WorkTime

/// The financial status of a job being told in one language.
struct FinancialStatusWords {
    let status: FinancialStatus
    let book: Phrasebook

    init(_ status: FinancialStatus, _ book: Phrasebook) {
        self.status = status
        self.book = book
    }

    var outlook: JobOutlook { status.outlook }
    var estimate: CostEstimate { outlook.estimate }
    var currency: Currency { estimate.currency }

    /// The name of a line; the id of one that the estimate does not have, with the remark that it does not.
    func name(_ line: LineID) -> String {
        estimate.line(line)?.name ?? book.say(FinancialPhrase.notInEstimate(line.rawValue))
    }

    /// The same among words.
    func shortName(_ line: LineID) -> String { estimate.line(line)?.name ?? line.rawValue }

    func heading(_ phrase: FinancialPhrase) -> String {
        book.say(LayoutPhrase.headingWithUnit(book.say(phrase), currency.code))
    }

    // MARK: Headline

    var headline: Report.Headline {
        let sentences = [notApproved, headroomSentence, chance, reserveSentence, warningSentence].compactMap(\.self)
        return Report.Headline(sentences.map { book.say($0) }, tone: tone)
    }

    /// Bad when the approved cost is passed at the stated confidence; a warning where it may be, or nothing is approved.
    var tone: Tone {
        if outlook.passesApproved { return .bad }
        let mayPass = outlook.probabilityOver[0].probability >= CostWarningRules.standard.watchProbability
        return mayPass || !outlook.books.isApproved || status.warnings.contains { $0.level == .warn } ? .warning : .good
    }

    private var measure: MeasurePhrase {
        MeasurePhrase(amount: outlook.approvedCost, isApproved: outlook.books.isApproved)
    }

    private var notApproved: FinancialHeadline? {
        outlook.books.isApproved ? nil : .notApproved(estimate.version)
    }

    private var headroomSentence: FinancialHeadline {
        let (headroom, confidence) = (outlook.headroom, outlook.confidence)
        if headroom.isZero { return .exact(approved: measure, confidence: confidence) }
        guard headroom.isNegative, let over = try? -headroom else {
            return .within(headroom, approved: measure, forecast: outlook.atConfidence, confidence: confidence)
        }
        return .over(over, approved: measure, forecast: outlook.atConfidence, confidence: confidence)
    }

    private var chance: FinancialHeadline {
        .chance(outlook.probabilityOver[0].probability, expected: outlook.expectedOverspend)
    }

    private var reserveSentence: FinancialHeadline? {
        let draw = outlook.reserves
        guard draw.fromContingency.minorUnits > 0 || draw.beyond.minorUnits > 0 else { return nil }
        guard draw.fromManagementReserve.minorUnits > 0 || draw.beyond.minorUnits > 0 else {
            return .contingencyOnly(draw.fromContingency, of: draw.contingency)
        }
        guard draw.beyond.minorUnits > 0 else {
            return .ownReserve(
                contingency: draw.fromContingency, of: draw.contingency, own: draw.fromManagementReserve)
        }
        return .reserves(
            contingency: draw.fromContingency, of: draw.contingency, own: draw.fromManagementReserve,
            beyond: draw.beyond)
    }

    private var warningSentence: FinancialHeadline? {
        status.warnings.isEmpty ? nil : .warnings(status.warnings.count)
    }

    // MARK: Key figures

    var keyFigures: [KeyFigure] { [headroomFigure, forecastFigure, approvedFigure, probabilityFigure, reserveFigure] }

    private var headroomFigure: KeyFigure {
        KeyFigure(
            book.say(FinancialPhrase.headroom), book.money(outlook.headroom, signed: true),
            context: book.say(FinancialPhrase.headroomAt(outlook.confidence)), tone: tone)
    }

    private var forecastFigure: KeyFigure {
        KeyFigure(
            book.say(FinancialPhrase.forecast), book.money(outlook.atConfidence),
            context: book.say(FinancialPhrase.forecastContext(median: figure(outlook.median))))
    }

    private var approvedFigure: KeyFigure {
        let draw = outlook.reserves
        return KeyFigure(
            book.say(FinancialPhrase.approved), book.money(outlook.approvedCost),
            context: book.say(
                FinancialPhrase.approvedContext(lines: figure(draw.budget), contingency: figure(draw.contingency))))
    }

    private var probabilityFigure: KeyFigure {
        let over = outlook.probabilityOver.map(\.probability)
        return KeyFigure(
            book.say(FinancialPhrase.probability), book.percent(over[0], decimals: 0),
            context: book.say(FinancialPhrase.probabilityContext(five: over[1], ten: over[2])),
            tone: over[0] >= CostWarningRules.standard.warnProbability ? .bad : .neutral)
    }

    private var reserveFigure: KeyFigure {
        let draw = outlook.reserves
        let contingency = (try? draw.contingency - draw.fromContingency) ?? draw.contingency
        let own = (try? draw.managementReserve - draw.fromManagementReserve) ?? draw.managementReserve
        return KeyFigure(
            book.say(FinancialPhrase.reservesLeft), (try? contingency + own).map { book.money($0) } ?? "–",
            context: book.say(
                FinancialPhrase.reservesContext(contingency: figure(contingency), own: figure(own))))
    }

    /// An amount without its currency, which stands beside it.
    private func figure(_ money: Money) -> Figure { .text(book.money(money, code: false)) }

    // MARK: Method

    var methodPhrases: [FinancialPhrase] {
        let factor: FinancialPhrase =
            switch outlook.factor.basis {
            case .jobAlone: .methodAlone
            case .referenceClass(let name, let jobs): .methodClass(ClassPhrase(name: name, jobs: jobs))
            }
        let notBought = (try? outlook.notBought()).flatMap { $0.isZero ? nil : FinancialPhrase.methodClosedShort($0) }
        return [.methodKnown, factor, .methodLate] + [notBought].compactMap(\.self)
    }
}
