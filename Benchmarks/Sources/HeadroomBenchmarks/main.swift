// Times each engine and checks its answer. One line of JSON a benchmark; names given as arguments select some.
let benchmarks = scheduling + passes + costing + spend
let wanted = CommandLine.arguments.dropFirst()
for benchmark in benchmarks where wanted.isEmpty || wanted.contains(benchmark.name) {
    benchmark.measure()
}
if wanted.isEmpty || wanted.contains(editing.name) { editing.measure() }
