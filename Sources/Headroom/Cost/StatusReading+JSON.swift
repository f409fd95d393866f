import Costing
import Formats

extension StatusReading {
    /// The indices of cost.
    var indexMembers: [JSONMember] {
        jsonMember("costPerformanceIndex", ratio: { () throws(Undefined) in try value.costPerformanceIndex })
            + jsonMember(
                "schedulePerformanceIndex", ratio: { () throws(Undefined) in try value.schedulePerformanceIndex })
            + jsonMember(
                "toCompletePerformanceIndex", ratio: { () throws(Undefined) in try value.toCompletePerformanceIndex })
    }

    /// Every estimate at completion by its factor, and the progress-based one.
    var estimateMember: JSONMember {
        let estimates = CostEstimateMethod.allCases.flatMap { method in
            jsonMember(method.rawValue, amount: { () throws(Undefined) in try estimateAtCompletion(method) })
        }
        let mixed = jsonMember("progressMix", amount: { () throws(Undefined) in try progressMixedEstimate })
        return ("estimateAtCompletion", .object(estimates + mixed))
    }
}
