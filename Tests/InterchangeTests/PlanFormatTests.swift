import Diagnostics
import Interchange
import Testing

@Suite("Telling plan formats apart")
struct PlanFormatTests {
    @Test(
        "the content shows the format",
        arguments: [
            ("plan: x\nactivities: {}\n", PlanFormat.yaml), ("# a comment, with id,name\nplan: x\n", .yaml),
            ("activities:\n  - id: a\n", .yaml), ("{\"plan\": \"x\", \"id\": 1}", .yaml), ("id,duration\na,1d\n", .csv),
            ("\u{FEFF}\nName;ID;Duration\n", .csv), ("\"id\"\t\"name\"\n", .csv), ("just words", .yaml),
            ("*****\nfile with basedata            : j30_26.bas\n", .psplib),
            ("ERMHDR\t19.12\t2026-01-05\r\n%T\tPROJECT\r\n", .xer),
            ("<?xml version=\"1.0\"?>\n<Project xmlns=\"http://schemas.microsoft.com/project\">", .mspdi),
            ("\u{FEFF}\n<Project>", .mspdi), ("<!-- a plan -->\n<p:Project>", .mspdi), ("<3 id,name", .yaml),
        ])
    func detection(text: String, format: PlanFormat) throws {
        #expect(try PlanFormat(detectedIn: SourceText(text, file: "t")) == format)
    }

    @Test(
        "a format that is known but not read is named",
        arguments: [
            ("PK\u{3}\u{4}\u{14}\0", "spreadsheet"),
            ("6 1\n4\n\n0 0 3 2 3 4\n", "Patterson"),
        ])
    func unsupported(text: String, name: String) {
        let rejection = #expect(throws: Rejection.self) { try PlanReader.read(SourceText(text, file: "t")) }
        #expect(rejection?.findings.map(\.id) == ["plan.unsupported-format"])
        #expect(rejection?.findings.first?.message.contains(name) == true)
    }

    @Test("an empty file is no plan", arguments: ["", "  \n\n\t"])
    func empty(text: String) {
        let rejection = #expect(throws: Rejection.self) { try PlanReader.read(SourceText(text, file: "t")) }
        #expect(rejection?.findings.map(\.id) == ["plan.empty"])
    }

    @Test("a stated format overrules the content")
    func stated() {
        let rejection = #expect(throws: Rejection.self) {
            try PlanReader.read(SourceText("id,duration\na,1d\n", file: "t"), as: .yaml)
        }
        #expect(rejection?.findings.map(\.id) == ["plan.wrong-kind"])
    }
}
