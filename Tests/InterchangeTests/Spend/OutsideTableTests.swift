import Diagnostics
import Interchange
import Monetary
import Testing

@Suite("Tables from outside: market shares and actuals")
struct OutsideTableTests {
    private func shareFindings(_ text: String) -> [String] {
        do {
            _ = try MarketShareFile.read(SourceText(text, file: "shares.csv"))
            return []
        } catch { return error.findings.map { "\($0.id.rawValue) \($0.place?.line ?? 0):\($0.place?.column ?? 0)" } }
    }

    private func actualFindings(_ text: String) throws -> [String] {
        let currency = try Currency("CNY")
        do {
            _ = try ActualsFile.read(SourceText(text, file: "actuals.csv"), in: currency)
            return []
        } catch { return error.findings.map { "\($0.id.rawValue) \($0.place?.line ?? 0):\($0.place?.column ?? 0)" } }
    }

    @Test("shares are per cent or fractions")
    func shares() throws {
        let shares = try MarketShareFile.read(
            SourceText("share,brand\n31.5%,Ales\n0.25,清泉\n", file: "s.csv"))
        #expect(shares.map(\.brand.value) == ["Ales", "清泉"])
        #expect(shares.map { Double($0.share) } == [0.315, 0.25])
    }

    @Test("everything wrong with shares is said at once, at its place")
    func wrongShares() {
        #expect(
            shareFindings("brand,share\nA,31.5\nB,much\n,10%\nC,-5%\nA,20%\nA,30%\n") == [
                "shares.out-of-range 2:3", "shares.no-share 3:3", "shares.no-brand 4:1", "shares.out-of-range 5:3",
                "shares.twice 6:1", "shares.twice 7:1",
            ])
        #expect(shareFindings("brand,share\nA,80%\nB,50%\n") == ["shares.above-whole 3:1"])
        #expect(shareFindings("brand,share\nA,50.4%\nB,50.4%\n").isEmpty)
        #expect(!shareFindings("brand\nA\n").isEmpty)
        #expect(!shareFindings("").isEmpty)
    }

    @Test("actuals are exact amounts by month and medium; everything wrong is said at once")
    func actuals() throws {
        #expect(try actualFindings("month,medium,amount\n2025-01,TV,125000.00\n2025-02,TV,0\n").isEmpty)
        #expect(
            try actualFindings("month,medium,amount\n2025-13,,12x\n2025-01,TV,5\n2025-01,TV,6\n") == [
                "actuals.no-month 2:1", "actuals.no-medium 2:1", "actuals.no-amount 2:10", "actuals.twice 4:1",
            ])
    }
}
