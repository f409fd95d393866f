/// Ranks by spend as sports competitions give them: 1, 2, 2, 4.
///
/// - Parameter spend: minor units, not rounded.
/// - Returns: for each amount one more than the number of larger ones; `nil` for those who spent nothing: a brand that
///   is not there has no rank, and is not last.
/// - Complexity: O(n log n).
func competitionRanks(of spend: [Int64]) -> [Int?] {
    let order = spend.indices.filter { spend[$0] > 0 }.sorted { spend[$0] > spend[$1] }
    var ranks = [Int?](repeating: nil, count: spend.count)
    for (position, index) in order.enumerated() {
        let isTied = position > 0 && spend[order[position - 1]] == spend[index]
        ranks[index] = isTied ? ranks[order[position - 1]] : position + 1
    }
    return ranks
}
