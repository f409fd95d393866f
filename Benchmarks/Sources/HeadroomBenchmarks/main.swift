import Glibc

// Times each engine and checks its answer. One line of JSON a benchmark; names given as arguments select some.
// `passes FILE` times the two passes over a plan of one's own, beside a peer that is given the same.
if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "passes" {
    passes(overPlanAt: CommandLine.arguments[2]).measure()
    exit(0)
}
// `spend-queries STORE REPS` asks a workspace what a monthly paper asks, beside peers that are asked the same.
if CommandLine.arguments.count == 4, CommandLine.arguments[1] == "spend-queries" {
    try measureSpendQueries(store: CommandLine.arguments[2], repetitions: Int(CommandLine.arguments[3]) ?? 7)
    exit(0)
}
let benchmarks =
    scheduling + passes + approvals + repairs + costing + ledger + ledgerLaw + spend + workbooks + splits + forecasts
let wanted = CommandLine.arguments.dropFirst()
for benchmark in benchmarks where wanted.isEmpty || wanted.contains(benchmark.name) {
    benchmark.measure()
}
if wanted.isEmpty || wanted.contains(editing.name) { editing.measure() }
if wanted.isEmpty || wanted.contains(pricing.name) { pricing.measure() }
