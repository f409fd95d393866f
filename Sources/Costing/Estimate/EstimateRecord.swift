public import WorkTime

/// All versions of the estimate of one job with what was signed, as the workspace remembers them.
public struct EstimateRecord: Hashable, Sendable {
    /// In the order of their numbers, which begin at 1 and have no gap.
    public let versions: [EstimateVersion]

    public init(versions: [EstimateVersion] = []) { self.versions = versions }

    public func version(_ number: Int) -> EstimateVersion? { versions.first { $0.estimate.version == number } }

    /// The version that holds on a day: the last one that was approved and in effect by then. `nil` before the first.
    public func approved(on day: CivilDay) -> EstimateVersion? { versions.last { $0.holds(on: day) } }

    /// The version that was approved last, whatever the day.
    public var approved: EstimateVersion? { versions.last { $0.state == .approved } }

    /// What an estimate is compared with: the same version, where it was proposed with other content; else the version that
    /// was approved last before it, else the last one before it that was not abandoned.
    public func former(of estimate: CostEstimate) -> EstimateVersion? {
        if let same = version(estimate.version), same.estimate != estimate { return same }
        let earlier = versions.filter { $0.estimate.version < estimate.version }
        return earlier.last { $0.state == .approved } ?? earlier.last { $0.state != .abandoned }
    }
}

/// One version of an estimate and who signed it. An approved version is never changed and never taken away.
public struct EstimateVersion: Hashable, Sendable {
    public let estimate: CostEstimate
    /// When and by whom it was proposed; `nil` for a version that no workspace holds.
    public let proposal: SignOff?
    /// Who signed it within the agency; that comes before the client.
    public let internalSignOff: SignOff?
    public let clientSignOff: SignOff?
    /// When and by whom it was given up; an approved version cannot be.
    public let abandonment: SignOff?

    public init(
        estimate: CostEstimate, proposal: SignOff? = nil, internalSignOff: SignOff? = nil,
        clientSignOff: SignOff? = nil, abandonment: SignOff? = nil
    ) {
        self.estimate = estimate
        self.proposal = proposal
        self.internalSignOff = internalSignOff
        self.clientSignOff = clientSignOff
        self.abandonment = abandonment
    }

    public var state: State {
        if abandonment != nil { return .abandoned }
        if clientSignOff != nil { return .approved }
        return internalSignOff != nil ? .withClient : .draft
    }

    /// The first day on which it holds: the one that it states, or that of the client's signature where that came later. What
    /// was reported in between was held against the version before it, and stays. `nil` until it is approved.
    public var holdsFrom: CivilDay? {
        guard state == .approved, let clientSignOff else { return nil }
        return max(estimate.effective, clientSignOff.date)
    }

    /// Whether it was approved and in effect by the end of a day.
    func holds(on day: CivilDay) -> Bool { holdsFrom.map { $0 <= day } ?? false }

    /// Where a version stands. Every figure names it beside the number of the version.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case draft
        /// Signed within the agency, and not by the client yet.
        case withClient = "with-client"
        case approved
        case abandoned
    }
}

extension EstimateVersion {
    /// What can be put under a version once it is proposed.
    public enum Signing: String, Hashable, Sendable, Codable, CaseIterable {
        /// Within the agency; before the client.
        case `internal`
        /// By the client: from then on the version is approved.
        case client
        /// It is given up; the version stays as it was, and its number with it.
        case abandonment
    }

    public func signOff(_ signing: Signing) -> SignOff? {
        switch signing {
        case .internal: internalSignOff
        case .client: clientSignOff
        case .abandonment: abandonment
        }
    }

    /// The same version with one more signature under it.
    public func signed(_ signing: Signing, _ signOff: SignOff) -> EstimateVersion {
        EstimateVersion(
            estimate: estimate, proposal: proposal,
            internalSignOff: signing == .internal ? signOff : internalSignOff,
            clientSignOff: signing == .client ? signOff : clientSignOff,
            abandonment: signing == .abandonment ? signOff : abandonment)
    }
}

/// A name and a day under a version.
public struct SignOff: Hashable, Sendable, Codable {
    public let date: CivilDay
    public let name: String

    public init(date: CivilDay, name: String) {
        self.date = date
        self.name = name
    }
}
