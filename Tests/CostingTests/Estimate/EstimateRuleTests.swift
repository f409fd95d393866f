import Costing
import Diagnostics
import Monetary
import Testing
import WorkTime

@Suite("What may be proposed and signed of an estimate")
struct EstimateRuleTests {
    private func estimate(
        _ version: Int = 1, rate: String = "100", effective: String? = nil, reason: String? = nil,
        currency: String = "CNY"
    ) throws -> CostEstimate {
        try CostEstimate(
            checking: estimateDraft([lineDraft("film", rate: rate), lineDraft("fee")]) {
                $0.version = Located(version)
                $0.effective = effective.map { Located(CivilDay($0)!) }
                $0.reason = reason.map { Located($0) }
                $0.currency = Located(currency)
            })
    }

    private func day(_ text: String) -> CivilDay { CivilDay("2026-\(text)")! }
    private func signOff(_ text: String) -> SignOff { SignOff(date: day(text), name: "someone") }

    private func record(
        _ state: EstimateVersion.State, _ later: [EstimateVersion] = []
    ) throws -> EstimateRecord {
        var version = EstimateVersion(estimate: try estimate(), proposal: signOff("01-10"))
        if state == .withClient || state == .approved { version = version.signed(.internal, signOff("01-12")) }
        if state == .approved { version = version.signed(.client, signOff("01-14")) }
        if state == .abandoned { version = version.signed(.abandonment, signOff("01-12")) }
        #expect(version.state == state)
        return EstimateRecord(versions: [version] + later)
    }

    private func ids(_ findings: [Finding]) -> [String] { findings.map(\.id.rawValue) }

    @Test("a first version may be proposed, and only with the number 1")
    func first() throws {
        #expect(EstimateRecord().findings(proposing: try estimate(), on: day("01-10")).isEmpty)
        #expect(
            ids(EstimateRecord().findings(proposing: try estimate(2), on: day("01-10"))) == ["cost.version-gap"])
    }

    @Test("the same file a second time is a note, in every state", arguments: EstimateVersion.State.allCases)
    func twice(state: EstimateVersion.State) throws {
        let findings = try record(state).findings(proposing: estimate(), on: day("01-20"))
        #expect(ids(findings) == ["cost.proposed-already"])
        #expect(findings[0].severity == .note)
    }

    @Test(
        "other content under a number that is taken is refused, and names what differs",
        arguments: [
            (EstimateVersion.State.draft, "cost.version-taken"), (.withClient, "cost.version-taken"),
            (.abandoned, "cost.version-taken"), (.approved, "cost.approved-edited"),
        ])
    func edited(state: EstimateVersion.State, id: String) throws {
        let findings = try record(state).findings(proposing: estimate(rate: "120"), on: day("01-20"))
        #expect(ids(findings) == [id])
        #expect(findings[0].message.contains("“film” was estimated at 100.00 CNY, and is now at 120.00"))
        #expect(findings[0].advice.contains("2"))
    }

    @Test(
        "a version after an open or abandoned one needs no reason",
        arguments: [EstimateVersion.State.draft, .abandoned])
    func second(state: EstimateVersion.State) throws {
        #expect(try record(state).findings(proposing: estimate(2, rate: "120"), on: day("01-20")).isEmpty)
    }

    @Test("a change order needs a reason and a day from which it holds")
    func changeOrder() throws {
        let record = try record(.approved)
        let good = try estimate(2, rate: "120", effective: "2026-03-01", reason: "more")
        #expect(record.findings(proposing: good, on: day("02-20")).isEmpty)
        let bare = record.findings(proposing: try estimate(2, rate: "120"), on: day("02-20"))
        #expect(ids(bare) == ["cost.change-from-start", "cost.change-without-reason"])
        #expect(bare.map(\.severity) == [.warning, .error])
    }

    @Test("a change order cannot hold before what it changes")
    func early() throws {
        let second = EstimateVersion(
            estimate: try estimate(2, rate: "120", effective: "2026-03-01", reason: "more"),
            proposal: signOff("02-20"), internalSignOff: signOff("02-21"), clientSignOff: signOff("02-22"))
        let record = try record(.approved, [second])
        let third = try estimate(3, rate: "130", effective: "2026-02-28", reason: "less")
        #expect(ids(record.findings(proposing: third, on: day("04-01"))) == ["cost.effective-too-early"])
        #expect(record.approved(on: day("02-28"))?.estimate.version == 1)
        #expect(record.approved(on: day("03-01"))?.estimate.version == 2)
    }

    @Test("a version holds from its day, or from the day on which the client signed it, whichever is later")
    func holds() throws {
        func record(signed: String) throws -> EstimateRecord {
            let second = EstimateVersion(
                estimate: try estimate(2, rate: "120", effective: "2026-03-15", reason: "more"),
                proposal: signOff("02-20"), internalSignOff: signOff("02-21"), clientSignOff: signOff(signed))
            return try self.record(.approved, [second])
        }
        for (signed, before, from) in [("03-01", "03-14", "03-15"), ("04-10", "04-09", "04-10")] {
            #expect(try record(signed: signed).approved(on: day(before))?.estimate.version == 1)
            #expect(try record(signed: signed).approved(on: day(from))?.estimate.version == 2)
            #expect(try record(signed: signed).versions[1].holdsFrom == day(from))
        }
        #expect(try self.record(.withClient).versions[0].holdsFrom == nil)
    }

    @Test("an estimate is in the currency of the books")
    func books() throws {
        let estimate = try estimate()
        #expect(EstimateRecord().findings(proposing: estimate, on: day("01-10"), inBooksOf: .cny).isEmpty)
        #expect(
            ids(EstimateRecord().findings(proposing: estimate, on: day("01-10"), inBooksOf: .eur))
                == ["cost.other-currency"])
    }

    @Test("dates of proposals do not go back, numbers have no gap, and the currency stays")
    func order() throws {
        let record = try record(.draft)
        #expect(ids(record.findings(proposing: try estimate(2), on: day("01-09"))) == ["cost.proposed-before-last"])
        #expect(ids(record.findings(proposing: try estimate(3), on: day("01-20"))) == ["cost.version-gap"])
        #expect(
            ids(record.findings(proposing: try estimate(2, currency: "EUR"), on: day("01-20")))
                == ["cost.currency-changed"])
    }

    private typealias Signing = EstimateVersion.Signing

    @Test(
        "each state allows what it allows",
        arguments: [
            (.draft, .internal, []), (.draft, .client, ["cost.client-before-internal"]), (.draft, .abandonment, []),
            (.withClient, .internal, ["cost.signed-already"]), (.withClient, .client, []),
            (.withClient, .abandonment, []), (.approved, .internal, ["cost.signed-already"]),
            (.approved, .client, ["cost.signed-already"]), (.approved, .abandonment, ["cost.approved-not-abandoned"]),
            (.abandoned, .internal, ["cost.version-abandoned"]), (.abandoned, .client, ["cost.version-abandoned"]),
            (.abandoned, .abandonment, ["cost.signed-already"]),
        ] as [(EstimateVersion.State, Signing, [String])])
    private func signing(state: EstimateVersion.State, signing: Signing, expected: [String]) throws {
        #expect(try ids(record(state).faults(signing, of: nil, on: day("02-01"))) == expected)
    }

    @Test("nobody signs before there is something to sign, nor the client before the agency")
    func dates() throws {
        #expect(try ids(record(.draft).faults(.internal, of: 1, on: day("01-09"))) == ["cost.signed-too-early"])
        #expect(try ids(record(.withClient).faults(.client, of: 1, on: day("01-11"))) == ["cost.signed-too-early"])
        #expect(try record(.withClient).faults(.client, of: 1, on: day("01-12")).isEmpty)
    }

    @Test("a version that is not there cannot be signed")
    func unknown() throws {
        #expect(ids(EstimateRecord().faults(.internal, of: nil, on: day("01-10"))) == ["cost.nothing-proposed"])
        #expect(try ids(record(.draft).faults(.internal, of: 2, on: day("01-10"))) == ["cost.unknown-version"])
        #expect(try ids(record(.draft).faults(signing: estimate(2))) == ["cost.unknown-version"])
    }

    @Test("an older version cannot be approved once a later one is")
    func later() throws {
        let second = EstimateVersion(
            estimate: try estimate(2, rate: "120"), proposal: signOff("01-11"), internalSignOff: signOff("01-12"),
            clientSignOff: signOff("01-13"))
        let record = try record(.withClient, [second])
        #expect(ids(record.faults(.client, of: 1, on: day("02-01"))) == ["cost.later-approved"])
    }

    @Test("a file that is signed must be what was proposed")
    func file() throws {
        #expect(try record(.draft).faults(signing: estimate()).isEmpty)
        #expect(try ids(record(.draft).faults(signing: estimate(rate: "1"))) == ["cost.changed-since-proposed"])
        #expect(try ids(record(.approved).faults(signing: estimate(rate: "1"))) == ["cost.approved-edited"])
    }

    @Test("an estimate is compared with the version that holds before it")
    func former() throws {
        let open = EstimateVersion(estimate: try estimate(2, rate: "120"), proposal: signOff("01-20"))
        let record = try record(.approved, [open])
        #expect(record.former(of: try estimate(3))?.estimate.version == 1)
        #expect(record.former(of: try estimate(2, rate: "130"))?.estimate.version == 2)
        #expect(record.former(of: try estimate(2, rate: "120"))?.estimate.version == 1)
        #expect(record.former(of: try estimate(1)) == nil)
    }
}
