import Diagnostics
import Foundation
import MediaSpend
import Monetary
import Spark
import Testing

@Suite("Runs of Spark", .serialized)
struct SparkRunTests {
    private static let header = "by_month,by_brand,rows,insertions,uncounted,spend,decimals,currency,last_currency"

    private static func writing(_ lines: String..., file: String = "part-00000-a.csv") -> String {
        "mkdir -p $OUT; cat > $OUT/\(file) <<'END'\n\(header)\n\(lines.joined(separator: "\n"))\nEND\n"
    }

    private func cells(_ script: String) throws -> (cells: SparkCells, leftovers: [String]) {
        let spark = try FakeSpark(script)
        let cells = try spark.run(try SparkLayouts.seed("occurrences"), by: [.month, .brand])
        return (cells, try spark.leftovers())
    }

    private func fault(_ script: String) throws -> (fault: SparkFault?, findings: [Finding], leftovers: [String]) {
        let spark = try FakeSpark(script)
        do {
            _ = try spark.run(try SparkLayouts.seed("occurrences"), by: [.month, .brand])
            return (nil, [], try spark.leftovers())
        } catch let rejection as Rejection {
            return (nil, rejection.findings, try spark.leftovers())
        } catch let fault as SparkFault {
            return (fault, [], try spark.leftovers())
        }
    }

    @Test("cells of several files are one cube, sorted, and the folder goes")
    func success() throws {
        let run = try cells(
            Self.writing(#"2025-12,"Say ""hi"", 清泉",2,4,0,3001.0000,2,CNY,CNY"#, "2025-11,B,1,0,1,-0.5000,1,CNY,CNY")
                + Self.writing("2025-11,A,3,9,0,0.0100,2,CNY,CNY", file: "part-00001-a.csv") + "touch $OUT/_SUCCESS")
        let cube = run.cells.cube
        #expect((0..<cube.count).map { cube.name(of: $0, in: .brand) } == ["A", "B", "Say \"hi\", 清泉"])
        #expect(cube.spend == [1, -50, 300_100])
        #expect(cube.rows == [3, 1, 2])
        #expect(cube.insertions == [9, 0, 4])
        #expect(cube.market.currency.code == "CNY")
        #expect(run.cells.findings.map(\.id.rawValue) == ["spend.missing-insertions"])
        #expect(run.leftovers == [])
    }

    @Test(
        "where workers are elsewhere, all cells that Spark counted have to be here",
        arguments: [
            Counted("1,2", nil), Counted("2,3", "incomplete"), Counted("1,3", "incomplete"),
            Counted("x,3", "unreadable"),
            Counted(nil, "noSuccess"),
        ])
    func totals(counted: Counted) throws {
        let fault = counted.fault
        let count = counted.text.map {
            "mkdir $OUT/../totals; printf 'cells,total_rows\\n\($0)\\n' > $OUT/../totals/part-0.csv; touch $OUT/../totals/_SUCCESS"
        }
        let spark = try FakeSpark(
            Self.writing("2025-12,A,2,4,0,1.0000,2,CNY,CNY") + "touch $OUT/_SUCCESS; " + (count ?? "true"))
        var told: String?
        do {
            _ = try spark.run(
                try SparkLayouts.seed("occurrences"), by: [.month, .brand], master: "spark://far:7077")
        } catch { told = "\(error)" }
        #expect(told.map { $0.hasPrefix(fault ?? "?") } ?? (fault == nil), "\(told ?? "")")
        #expect(try spark.leftovers() == [])
    }

    struct Counted: Sendable {
        let text: String?
        let fault: String?

        init(_ text: String?, _ fault: String?) {
            self.text = text
            self.fault = fault
        }
    }

    @Test("without the mark of success nothing is used")
    func noSuccess() throws {
        let run = try fault(Self.writing("2025-12,A,1,1,0,1.0000,2,CNY,CNY"))
        guard case .noSuccess = run.fault else { return #expect(Bool(false), "\(String(describing: run.fault))") }
        #expect(run.leftovers == [])
    }

    @Test("an error is told in its last lines, without the stack")
    func failure() throws {
        let run = try fault(
            """
            mkdir -p $OUT; touch $OUT/half
            echo "26/01/01 WARN NativeCodeLoader: Unable to load" >&2
            echo "[Stage 0:>   (0 + 2) / 8]" >&2
            echo "org.apache.spark.SparkException: Job aborted: no room" >&2
            printf '\\tat org.apache.spark.Foo(Foo.scala:1)\\n' >&2
            exit 1
            """)
        #expect(
            run.fault
                == .failed(status: 1, lines: ["org.apache.spark.SparkException: Job aborted: no room"]))
        #expect(run.leftovers == [])
    }

    @Test("a fault in the data is a finding with the text that is at fault")
    func badAmount() throws {
        let run = try fault(
            "echo 'X: [USER_RAISED_EXCEPTION] headroom spend.bad-amount 12abc headroom SQLSTATE: P0001' >&2; exit 1")
        #expect(run.findings.map(\.id.rawValue) == ["spend.bad-amount"])
        #expect(run.findings.first?.message == "“12abc” is not an amount as the layout writes them")
    }

    @Test("a column that is missing where only Spark can look is a finding")
    func missingColumn() throws {
        let run = try fault(
            "echo '[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column with name `brand` cannot be resolved.' >&2; exit 1")
        #expect(run.findings.map(\.id.rawValue) == ["spend.missing-column"])
        #expect(run.findings.first?.message.hasSuffix("“brand”") == true)
    }

    @Test(
        "what is not what was asked for is not used",
        arguments: [
            ("mkdir -p $OUT; echo 'a,b' > $OUT/part-0.csv; touch $OUT/_SUCCESS", "unreadable"),
            (writing("2025-13,A,1,1,0,1.0000,2,CNY,CNY") + "touch $OUT/_SUCCESS", "unreadable"),
            (writing("2025-12,A,1,1,0,abc,2,CNY,CNY") + "touch $OUT/_SUCCESS", "unreadable"),
            (writing("2025-12,A,x,1,0,1.0000,2,CNY,CNY") + "touch $OUT/_SUCCESS", "unreadable"),
            (writing("2025-12,A,1,1,0,1.0000,2,CNY,EUR") + "touch $OUT/_SUCCESS", "spend.mixed-currencies"),
            (writing("2025-12,A,1,1,0,1.0000,2,XYZ,XYZ") + "touch $OUT/_SUCCESS", "spend.mixed-currencies"),
            (writing("2025-12,A,1,1,0,1.2340,3,CNY,CNY") + "touch $OUT/_SUCCESS", "spend.bad-amount"),
            (
                writing("2025-12,A,1,1,0,92233720368547758.0800,2,CNY,CNY") + "touch $OUT/_SUCCESS",
                "spend.too-large"
            ),
            ("mkdir -p $OUT; touch $OUT/_SUCCESS", "spend.no-rows"),
        ])
    func strange(script: String, expected: String) throws {
        let run = try fault(script)
        let told = run.fault.map { "\($0)" } ?? run.findings.map(\.id.rawValue).joined()
        #expect(told.contains(expected), "\(told)")
        #expect(run.leftovers == [])
    }

    @Test("where there is no Spark, the places that were looked at are told; where there is no Java, that")
    func absent() throws {
        let layout = try SparkLayouts.seed("occurrences")
        let query = try SparkQuery(
            layout, of: [SparkInput("f", location: "s3a://b/f", format: .csv)], by: [.month])
        func fault(_ environment: [String: String]) -> SparkFault? {
            do {
                _ = try SparkRun(SparkOptions(master: "local"), environment: environment).cells(of: query)
                return nil
            } catch { return error as? SparkFault }
        }
        guard case .notFound(let places) = fault(["PATH": "/nowhere"]) else { return #expect(Bool(false)) }
        #expect(places == ["SPARK_HOME (not set)", "PATH", "the package pyspark of python3"])
        let spark = try FakeSpark("true")
        try FileManager.default.removeItem(at: spark.folder.appending(path: "bin/java"))
        guard case .noJava = fault(["SPARK_HOME": spark.folder.path, "PATH": "/nowhere"]) else {
            return #expect(Bool(false))
        }
    }

    @Test("a master is on this machine only when it says so")
    func settings() {
        #expect(SparkOptions(master: "local[2]").isOnThisMachine)
        #expect(SparkOptions(master: "spark://127.0.0.1:7077").isOnThisMachine)
        #expect(SparkOptions(master: "spark://localhost:7077").isOnThisMachine)
        #expect(!SparkOptions(master: "spark://10.0.0.1:7077").isOnThisMachine)
        #expect(!SparkOptions(master: "yarn").isOnThisMachine)
        #expect(!SparkOptions(master: "localhost").isOnThisMachine)
    }
}
