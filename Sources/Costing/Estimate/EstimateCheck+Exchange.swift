import Diagnostics
import Monetary
import WorkTime

extension EstimateCheck {
    /// The rates that can be used, in the order of the file; each fault of the others is reported.
    mutating func exchanges() -> [EstimateExchange] {
        var stated: Set<Currency> = []
        return draft.exchanges.compactMap { exchange in
            guard let other = try? Currency(exchange.currency.value) else {
                reportUnknownCurrency(exchange.currency)
                return nil
            }
            guard stated.insert(other).inserted else {
                report(
                    "duplicate-rate", "the rate of \(other) is stated twice", advice: "keep one of them",
                    at: exchange.currency.place)
                return nil
            }
            return rate(exchange, of: other).map { rate in
                warnOfMissingDate(exchange, other)
                return EstimateExchange(
                    currency: other, rate: rate, date: exchange.date?.value, source: exchange.source?.value)
            }
        }
    }

    private mutating func rate(_ exchange: ExchangeDraft, of other: Currency) -> Rate? {
        guard let stated = exchange.rate else { return nil }
        let per = exchange.per?.value ?? 1
        guard stated.value > 0, per > 0 else {
            report(
                "zero-rate",
                "the rate of \(other) is \(stated.value)\(per == 1 ? "" : " for \(per)"), and must be above 0",
                advice:
                    "write how many units of \(currency?.code ?? "the currency of the estimate") one \(other) is worth",
                at: stated.value > 0 ? exchange.per?.place : stated.place)
            return nil
        }
        guard let rate = try? stated.value / per else {
            reportOverflow("the rate of \(other)", at: stated.place)
            return nil
        }
        guard other == currency, rate != 1 else { return rate }
        report(
            "zero-rate", "\(other) is the currency of the estimate, and its rate is \(rate) instead of 1",
            advice: "take the rate out", at: stated.place)
        return nil
    }

    private mutating func warnOfMissingDate(_ exchange: ExchangeDraft, _ other: Currency) {
        guard exchange.date == nil else { return }
        warn(
            "rate-without-date", "the rate of \(other) has no date",
            advice: "add the day and the source of the rate: {rate: 0.9215, date: 2026-01-02, source: Bank of China}",
            at: exchange.currency.place)
    }
}
