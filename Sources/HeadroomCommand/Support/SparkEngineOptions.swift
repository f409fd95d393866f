import ArgumentParser
import Headroom

/// Which engine adds up, and where it works.
struct SparkEngineOptions: ParsableArguments {
    enum Engine: String, CaseIterable {
        case embedded
        case spark
    }

    @Option(
        help: ArgumentHelp(
            """
            What adds up: embedded, or spark for files that outgrow one machine. Both give the same figures.
            """, valueName: "engine"), transform: engine)
    var engine: Engine = .embedded

    @Option(
        help: ArgumentHelp(
            "Where Spark works, such as spark://host:7077 or yarn. Default: as many threads of this machine as --threads.",
            valueName: "url"))
    var master: String?

    @Option(
        help: ArgumentHelp(
            "A folder that Spark and this machine share, for what Spark writes. Needed when Spark is elsewhere.",
            valueName: "dir"))
    var sparkOutput: String?

    @Option(
        help: ArgumentHelp(
            "A setting of Spark, such as spark.executor.memory=2g; may be given several times.", valueName: "setting"))
    var sparkConf: [String] = []

    func validate() throws {
        guard engine == .spark else {
            if master != nil || sparkOutput != nil || !sparkConf.isEmpty {
                throw ValidationError("--master, --spark-output and --spark-conf need --engine spark")
            }
            return
        }
        if let master, master.isEmpty || master.hasPrefix("-") {
            throw ValidationError("“\(master)” is not a master; write one such as local[2] or spark://host:7077")
        }
        _ = try settings()
        guard sparkOutput != nil || options(Workers.one).isOnThisMachine else {
            throw ValidationError(
                "Spark at \(master ?? "") needs --spark-output: a folder that its workers and this machine share")
        }
        if let sparkOutput, sparkOutput.contains("://") {
            throw ValidationError("--spark-output is a folder as this machine sees it, without a scheme")
        }
    }

    /// - Parameter workers: how many threads, where no master is named.
    func options(_ workers: Workers) -> SparkOptions {
        SparkOptions(
            master: master ?? SparkOptions.localMaster(threads: workers.count), outputFolder: sparkOutput,
            settings: (try? settings()) ?? [])
    }

    private func settings() throws -> [(name: String, value: String)] {
        try sparkConf.map { text in
            guard let sign = text.firstIndex(of: "="), text.hasPrefix("spark.") else {
                throw ValidationError("“\(text)” is not a setting; write spark.name=value")
            }
            return (name: String(text[..<sign]), value: String(text[text.index(after: sign)...]))
        }
    }

    private static func engine(_ text: String) throws -> Engine {
        guard let engine = Engine(rawValue: text) else {
            throw ValidationError("“\(text)” is not an engine; use embedded or spark")
        }
        return engine
    }
}

/// How far Spark has come, on one line of a terminal.
struct SparkProgressLine {
    private let isShown: Bool
    private var last = ""

    init(isQuiet: Bool) { isShown = !isQuiet && Terminal.showsProgress }

    mutating func show(_ progress: SparkProgress) {
        guard isShown else { return }
        let text =
            progress.stage.map { "Spark: stage \($0 + 1), \(progress.done) of \(progress.pieces) pieces" }
            ?? "Spark: starting"
        guard text != last else { return }
        last = text
        Terminal.showProgress(text)
    }

    func end() { if isShown { Terminal.showProgress("") } }
}
