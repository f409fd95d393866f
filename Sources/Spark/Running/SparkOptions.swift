/// Where and how Spark works.
public struct SparkOptions: Hashable, Sendable {
    /// The master, such as `local[2]`, `spark://host:7077` or `yarn`.
    public var master: String
    /// A folder that Spark and this program both see; `nil`: a temporary one of this machine.
    public var outputFolder: String?
    /// Settings of the user's own, such as `spark.executor.memory`.
    public var settings: [(name: String, value: String)]

    public init(master: String, outputFolder: String? = nil, settings: [(name: String, value: String)] = []) {
        self.master = master
        self.outputFolder = outputFolder
        self.settings = settings
    }

    public static func == (left: SparkOptions, right: SparkOptions) -> Bool {
        left.master == right.master && left.outputFolder == right.outputFolder
            && left.settings.elementsEqual(right.settings, by: ==)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(master)
        hasher.combine(outputFolder)
    }

    /// This many threads of this machine.
    public static func localMaster(threads: Int) -> String { "local[\(threads)]" }

    /// Whether all of Spark runs on this machine, so that it can do without the network and see every folder.
    public var isOnThisMachine: Bool {
        if master == "local" || master.hasPrefix("local[") { return true }
        guard master.hasPrefix("spark://") else { return false }
        let host = master.dropFirst("spark://".count)
        return ["127.", "localhost:", "[::1]:"].contains { host.hasPrefix($0) }
    }

    // MARK: For spark-sql

    /// The arguments that run a script of statements.
    func arguments(script: String) -> [String] {
        var arguments = ["--master", master, "--name", "headroom"]
        for setting in defaults + settings + fixed { arguments += ["--conf", "\(setting.name)=\(setting.value)"] }
        return arguments + ["-f", script]
    }

    /// What the user's settings may overrule.
    private var defaults: [(name: String, value: String)] {
        guard isOnThisMachine else { return [] }
        // The cells of a large cube are too many for the gigabyte that a driver has when nothing is said.
        let memory = master.hasPrefix("local") ? [("spark.driver.memory", "4g")] : []
        return memory.map { (name: $0, value: $1) } + [(name: "spark.sql.shuffle.partitions", value: "8")]
    }

    /// What the statements rely on.
    private var fixed: [(name: String, value: String)] {
        var fixed = [
            ("spark.sql.catalogImplementation", "in-memory"), ("spark.sql.ansi.enabled", "true"),
            ("spark.sql.parser.escapedStringLiterals", "false"), ("spark.sql.variable.substitute", "false"),
            ("spark.sql.caseSensitive", "false"), ("spark.sql.csv.parser.columnPruning.enabled", "false"),
            ("spark.sql.csv.filterPushdown.enabled", "false"), ("spark.sql.session.timeZone", "UTC"),
            ("spark.sql.files.ignoreCorruptFiles", "false"), ("spark.sql.files.ignoreMissingFiles", "false"),
            ("spark.ui.enabled", "false"), ("spark.ui.showConsoleProgress", "true"), ("spark.log.level", "ERROR"),
        ]
        if isOnThisMachine {
            fixed += [("spark.driver.bindAddress", "127.0.0.1"), ("spark.driver.host", "127.0.0.1")]
        }
        return fixed.map { (name: $0, value: $1) }
    }

    /// The variables that it runs with.
    func environment(_ own: [String: String]) -> [String: String] {
        guard isOnThisMachine else { return own }
        return own.merging(["SPARK_LOCAL_IP": "127.0.0.1", "SPARK_LOCAL_HOSTNAME": "localhost"]) { $1 }
    }
}
