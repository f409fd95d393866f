// Times each engine and checks its answer. One line of JSON a benchmark; names given as arguments select some.
let benchmarks = scheduling + costing + spend
let wanted = CommandLine.arguments.dropFirst()
for benchmark in benchmarks where wanted.isEmpty || wanted.contains(benchmark.name) {
    benchmark.measure()
}
