import Foundation
import Testing

@Suite("headroom spend cube --engine spark")
struct SpendSparkCommandTests {
    private let folder = try! TemporaryFolder()

    private static let month = """
        date,month,category,advertiser,brand,product,medium,vehicle,region,daypart,ad_length_s,insertions,spend,currency
        2025-12-05,2025-12,Soda,Owner,清泉,P,TV,One,North,Prime,30,4,12.50,CNY

        """

    /// Spark as a script in SPARK_HOME; the command looks nowhere else for its programs than in the usual folders.
    private func install(_ script: String) throws {
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "home/bin"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "tmp"), withIntermediateDirectories: true)
        try folder.write(Self.month, to: "12.csv")
        let head = "#!/bin/sh\nwhile [ $# -gt 1 ]; do shift; done\nOUT=$(dirname \"$1\")/cells\n"
        for (name, text) in [("spark-sql", head + script), ("java", "#!/bin/sh\n")] {
            try folder.write(text, to: "home/\(name)")
            // Another process writes the program: one that this process has open for writing cannot be run.
            let home = folder.url.appending(path: "home").path
            let copying = try Process.run(
                URL(filePath: "/usr/bin/install"), arguments: ["-m", "755", "\(home)/\(name)", "\(home)/bin/\(name)"])
            copying.waitUntilExit()
        }
    }

    private func process(_ arguments: String...) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "headroom")
        process.arguments = ["spend", "cube", "12.csv", "--by", "month,brand", "--engine", "spark"] + arguments
        process.currentDirectoryURL = folder.url
        let home = folder.url.appending(path: "home").path
        process.environment = [
            "PATH": "/usr/bin:/bin", "SPARK_HOME": home, "JAVA_HOME": home,
            "TMPDIR": folder.url.appending(path: "tmp").path,
        ]
        return process
    }

    private func run(_ process: Process) throws -> (status: Int32, errors: String) {
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }

    @Test("writes what Spark brought as the embedded engine would")
    func success() throws {
        try install(
            """
            mkdir -p $OUT; cat > $OUT/part-0.csv <<'END'
            by_month,by_brand,rows,insertions,uncounted,spend,decimals,currency,last_currency
            2025-12,清泉,1,4,0,12.5000,2,CNY,CNY
            END
            touch $OUT/_SUCCESS
            """)
        let spark = try run(process("-o", "spark.csv"))
        #expect(spark.status == 0, "\(spark.errors)")
        let embedded = try CommandRun(
            "spend", "cube", "12.csv", "--by", "month,brand", "-o", "embedded.csv", in: folder.url)
        #expect(embedded.status == 0)
        let files = try ["spark.csv", "embedded.csv"].map { try Data(contentsOf: folder.url.appending(path: $0)) }
        #expect(files[0] == files[1])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "tmp").path) == [])
    }

    @Test("tells a failure with 74, a fault in the data with 65, a missing file with 66, wrong usage with 64")
    func failures() throws {
        try install("echo 'java.lang.OutOfMemoryError: Java heap space' >&2; exit 1")
        let failed = try run(process("-o", "out.csv"))
        #expect(failed.status == 74)
        #expect(failed.errors.contains("Java heap space"))
        #expect(try !folder.files().contains("out.csv"))
        try install("echo '[USER_RAISED_EXCEPTION] headroom spend.bad-month May headroom' >&2; exit 1")
        let faulty = try run(process())
        #expect(faulty.status == 65)
        #expect(faulty.errors.contains("“May” is not a month"))
        let missing = process()
        missing.arguments?[2] = "nowhere.csv"
        #expect(try run(missing).status == 66)
        #expect(try run(process("--master", "spark://far:7077")).status == 64)
        #expect(try run(process("--spark-conf", "x")).status == 64)
        let embedded = try CommandRun(
            "spend", "cube", "12.csv", "--by", "month", "--master", "local", in: folder.url)
        #expect(embedded.status == 64)
    }

    @Test("a signal stops Spark, leaves nothing behind, and is told as shells do", arguments: [SIGINT, SIGTERM])
    func cancellation(signal: Int32) throws {
        try install("echo $$ > \"$SPARK_HOME/started\"; sleep 60; touch \"$SPARK_HOME/finished\"")
        let process = process("-o", "out.csv")
        process.standardError = Pipe()
        try process.run()
        let started = folder.url.appending(path: "home/started").path
        for _ in 0..<200 where !FileManager.default.fileExists(atPath: started) { usleep(50_000) }
        #expect(FileManager.default.fileExists(atPath: started))
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationStatus == 128 + signal)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "tmp").path) == [])
        #expect(try !folder.files().contains("out.csv"))
        let child = try String(contentsOfFile: started, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        let state = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? ""
        #expect(state.isEmpty || state.contains(") Z "))
    }
}
