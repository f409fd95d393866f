public import Diagnostics
public import Monetary
public import WorkTime

/// What may be added to a record: each rule says what is wrong, and nothing is written.
extension EstimateRecord {
    /// What is said of keeping an estimate as a version; nothing may be kept when one of them is an error. A note called
    /// `cost.proposed-already` says that the very same is there: nothing needs to be kept.
    ///
    /// Findings: `cost.proposed-already`, `cost.approved-edited`, `cost.version-taken`, `cost.version-gap`,
    /// `cost.proposed-before-last`, `cost.currency-changed`, `cost.other-currency`, `cost.change-without-reason`,
    /// `cost.effective-too-early`, `cost.change-from-start`.
    ///
    /// - Parameter books: the currency of the books of the job; `nil` where nothing was posted.
    public func findings(
        proposing estimate: CostEstimate, on date: CivilDay, inBooksOf books: Currency? = nil
    ) -> [Finding] {
        if let known = version(estimate.version) { return findings(repeating: known, as: estimate) }
        return faultsOfOrder(proposing: estimate, on: date) + faults(proposing: estimate, inBooksOf: books)
            + findings(changingTo: estimate)
    }

    private func faults(proposing estimate: CostEstimate, inBooksOf books: Currency?) -> [Finding] {
        guard let books, books != estimate.currency else { return [] }
        return [
            error(
                "other-currency", "it is in \(estimate.currency), and the books of “\(estimate.job)” are in \(books)",
                advice: "state the estimate in \(books), or propose it under another job and post the events to that")
        ]
    }

    /// Numbers have no gap, dates do not go back, and the currency of the books stays.
    private func faultsOfOrder(proposing estimate: CostEstimate, on date: CivilDay) -> [Finding] {
        var faults: [Finding] = []
        if estimate.version != versions.count + 1 {
            faults.append(
                error(
                    "version-gap", "this is version \(estimate.version), and the last one that is known is \(last)",
                    advice: "number it \(versions.count + 1)"))
        }
        if let before = versions.last?.proposal, date < before.date {
            faults.append(
                error(
                    "proposed-before-last", "it is proposed on \(date), before \(last) of \(before.date)",
                    advice: "give the day on which it was proposed"))
        }
        if let former = versions.last?.estimate, former.currency != estimate.currency {
            faults.append(
                error(
                    "currency-changed",
                    "it is in \(estimate.currency), and the versions before it in \(former.currency)",
                    advice: "keep the currency; a supplier's own one is stated with the line"))
        }
        return faults
    }

    private var last: String { versions.last.map { "version \($0.estimate.version)" } ?? "none" }

    private func findings(repeating known: EstimateVersion, as estimate: CostEstimate) -> [Finding] {
        let changes = known.estimate.changes(to: estimate)
        let number = estimate.version
        guard !changes.isEmpty else {
            return [
                Finding(
                    "cost.proposed-already", .note, "this is version \(number) as it was proposed",
                    advice:
                        "nothing needs to be done; a version with other content has the number \(versions.count + 1)")
            ]
        }
        let next = "give it the number \(versions.count + 1)"
        return known.state == .approved
            ? told(changes, "approved-edited", "version \(number) is approved", advice: changeOrderAdvice)
            : told(
                changes, "version-taken", "version \(number) was proposed already",
                advice: known.state == .abandoned
                    ? next : next + ", and abandon version \(number) if it no longer holds")
    }

    private var changeOrderAdvice: String {
        "what is approved is not changed: make a change order, version \(versions.count + 1), with the day from which it "
            + "holds (effective) and its reason"
    }

    /// The rules of a change order: a version after an approved one.
    private func findings(changingTo estimate: CostEstimate) -> [Finding] {
        guard let approved else { return [] }
        var findings = effectiveFaults(of: estimate)
        if estimate.effective == approved.estimate.effective {
            findings.append(
                Finding(
                    "cost.change-from-start", .warning,
                    "version \(estimate.version) holds from \(estimate.effective), as version "
                        + "\(approved.estimate.version) does, which would then never have held",
                    advice: "state the day from which the change holds: effective: 2026-06-01"))
        }
        if estimate.reason == nil {
            findings.append(
                error(
                    "change-without-reason", "version \(estimate.version) changes an approved one and gives no reason",
                    advice: "add a line such as  reason: two more spots, asked for on 2026-05-20"))
        }
        return findings
    }

    private func effectiveFaults(of estimate: CostEstimate) -> [Finding] {
        guard let approved, estimate.effective < approved.estimate.effective else { return [] }
        return [
            error(
                "effective-too-early",
                "version \(estimate.version) holds from \(estimate.effective), before the approved version "
                    + "\(approved.estimate.version), from \(approved.estimate.effective)",
                advice: "what is past stays measured against what was approved then: give a later day")
        ]
    }

    // MARK: Signing

    /// What forbids to sign or to abandon a version.
    ///
    /// Findings: `cost.nothing-proposed`, `cost.unknown-version`, `cost.signed-already`, `cost.version-abandoned`,
    /// `cost.client-before-internal`, `cost.later-approved`, `cost.effective-too-early`, `cost.approved-not-abandoned`,
    /// `cost.signed-too-early`.
    ///
    /// - Parameter number: that of the version; `nil` for the last.
    public func faults(_ signing: EstimateVersion.Signing, of number: Int?, on date: CivilDay) -> [Finding] {
        guard let version = number.map(version) ?? versions.last else { return [unknown(number)] }
        if let signOff = version.signOff(signing) { return [signedAlready(version, signing, signOff)] }
        if let abandonment = version.abandonment {
            return [
                error(
                    "version-abandoned",
                    "version \(version.estimate.version) was abandoned on \(abandonment.date) by \(abandonment.name)",
                    advice: "propose what it says as version \(versions.count + 1), if it is wanted after all")
            ]
        }
        return faultsOfState(signing, of: version) + faultsOfDate(signing, of: version, on: date)
    }

    private func faultsOfState(_ signing: EstimateVersion.Signing, of version: EstimateVersion) -> [Finding] {
        let number = version.estimate.version
        switch signing {
        case .internal: return []
        case .client:
            var faults = effectiveFaults(of: version.estimate)
            if version.internalSignOff == nil {
                faults.append(
                    error(
                        "client-before-internal", "version \(number) is not signed within the agency yet",
                        advice: "sign it first with  --internal NAME"))
            }
            if let later = approved?.estimate.version, later > number {
                faults.append(
                    error(
                        "later-approved", "version \(later), which came after version \(number), is approved already",
                        advice: "propose what is wanted now as version \(versions.count + 1)"))
            }
            return faults
        case .abandonment:
            guard version.state == .approved else { return [] }
            return [
                error(
                    "approved-not-abandoned", "version \(number) is approved, and cannot be abandoned",
                    advice: changeOrderAdvice)
            ]
        }
    }

    /// Nobody signs before there is something to sign, and the client after the agency.
    private func faultsOfDate(
        _ signing: EstimateVersion.Signing, of version: EstimateVersion, on date: CivilDay
    ) -> [Finding] {
        let before = signing == .client ? version.internalSignOff ?? version.proposal : version.proposal
        guard let before, date < before.date else { return [] }
        return [
            error(
                "signed-too-early",
                "version \(version.estimate.version) is signed on \(date), before \(before.date), when "
                    + (signing == .client && version.internalSignOff != nil
                        ? "the agency signed it" : "it was proposed"),
                advice: "give the day on which it was signed")
        ]
    }

    /// What forbids to sign a version on the strength of a file: the file is no longer what was proposed.
    ///
    /// Findings: `cost.nothing-proposed`, `cost.unknown-version`, `cost.approved-edited`, `cost.changed-since-proposed`.
    public func faults(signing estimate: CostEstimate) -> [Finding] {
        guard let version = version(estimate.version) else { return [unknown(estimate.version)] }
        let changes = version.estimate.changes(to: estimate)
        let number = estimate.version
        return version.state == .approved
            ? told(changes, "approved-edited", "version \(number) is approved", advice: changeOrderAdvice)
            : told(
                changes, "changed-since-proposed", "the file is no longer version \(number) as it was proposed",
                advice: "propose it as version \(versions.count + 1), and have that signed")
    }

    // MARK: Words

    private func unknown(_ number: Int?) -> Finding {
        guard let number, !versions.isEmpty else {
            return error(
                "nothing-proposed", "no estimate of this job has been proposed",
                advice: "propose it first, with  headroom cost estimate FILE --propose")
        }
        return error(
            "unknown-version", "there is no version \(number) of this estimate",
            advice: "the last one is version \(versions.count)")
    }

    private func signedAlready(
        _ version: EstimateVersion, _ signing: EstimateVersion.Signing, _ signOff: SignOff
    ) -> Finding {
        let deed = signing == .abandonment ? "abandoned" : signing == .client ? "approved" : "signed within the agency"
        return error(
            "signed-already",
            "version \(version.estimate.version) was \(deed) on \(signOff.date) by \(signOff.name)",
            advice: "nothing needs to be done")
    }

    /// How many changes are told one by one.
    private static var toldChanges: Int { 10 }

    private func told(
        _ changes: [EstimateChange], _ fault: String, _ subject: String, advice: String
    ) -> [Finding] {
        let told = changes.prefix(Self.toldChanges).map { error(fault, "\(subject): \($0.words)", advice: advice) }
        guard changes.count > told.count else { return told }
        return told + [
            error(fault, "\(subject): \(changes.count - told.count) more differences", advice: advice)
        ]
    }

    private func error(_ fault: String, _ message: String, advice: String) -> Finding {
        Finding(FindingID(rawValue: "cost.\(fault)"), .error, message, advice: advice)
    }
}
