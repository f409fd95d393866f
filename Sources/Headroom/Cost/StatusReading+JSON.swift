import Costing
import Formats

extension StatusReading {
    /// The indices of cost.
    static func indexMembers(_ reading: () throws(Undefined) -> StatusReading) -> [JSONMember] {
        jsonMember(
            "costPerformanceIndex", ratio: { () throws(Undefined) in try reading().value.costPerformanceIndex })
            + jsonMember(
                "schedulePerformanceIndex",
                ratio: { () throws(Undefined) in try reading().value.schedulePerformanceIndex })
            + jsonMember(
                "toCompletePerformanceIndex",
                ratio: { () throws(Undefined) in try reading().value.toCompletePerformanceIndex })
    }

    /// Every estimate at completion by its factor, and the progress-based one.
    static func estimateMember(_ reading: () throws(Undefined) -> StatusReading) -> JSONMember {
        let estimates = CostEstimateMethod.allCases.flatMap { method in
            jsonMember(method.rawValue, amount: { () throws(Undefined) in try reading().estimateAtCompletion(method) })
        }
        let mixed = jsonMember("progressMix", amount: { () throws(Undefined) in try reading().progressMixedEstimate })
        return ("estimateAtCompletion", .object(estimates + mixed))
    }
}
