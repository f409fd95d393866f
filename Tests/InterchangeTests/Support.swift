import Diagnostics
import Formats
import Foundation
import Interchange
import Scheduling
import WorkTime
import Workflow

/// What the tests of several formats need to set the stage.
enum Stage {
    /// The folder of the repository.
    static let repository = URL(filePath: #filePath).appending(path: "../../..").standardized

    /// The calendars that plans may name, from the seeds.
    static let calendars: CalendarLibrary = {
        let definitions = seeds("calendars").compactMap { CalendarFile.read($0).definition }
        return CalendarLibrary([.fiveDayWeek] + definitions)
    }()

    /// The seed files of a folder.
    static func seeds(_ folder: String) -> [SourceText] {
        texts(in: repository.appending(path: "seeds/\(folder)"), ending: "yaml")
    }

    /// The files of a folder with an ending, by name; none when there is no such folder.
    static func texts(in folder: URL, ending: String) -> [SourceText] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".\(ending)") }.sorted().compactMap { name in
            let data = try? Data(contentsOf: folder.appending(path: name))
            return data.map { SourceText(String(decoding: $0, as: UTF8.self), file: name) }
        }
    }

    /// The larger data sets beside the repository; tests that need them are skipped without them.
    static let shared =
        ProcessInfo.processInfo.environment["HEADROOM_SHARED"].map { URL(filePath: $0) }
        ?? repository.appending(path: "../shared").standardized
}

extension Project {
    /// All findings of reading and checking a file; none when the plan is sound.
    static func findings(_ bytes: [UInt8], file: String) -> [Finding] {
        do throws(Rejection) {
            let reading = try PlanReader.read(bytes, file: file)
            do throws(Rejection) {
                let (plan, findings) = reading.expanded(calendars: Stage.calendars)
                return try Project(checking: plan.draft, calendars: Stage.calendars, findings: findings)
                    .findings.map(reading.showing)
            } catch {
                return error.findings.map(reading.showing)
            }
        } catch {
            return error.findings
        }
    }

    /// All findings of reading and checking a text; none when the plan is sound.
    static func findings(_ text: String, file: String = "t.yaml") -> [Finding] {
        let source = SourceText(text, file: file)
        do throws(Rejection) {
            let reading = try PlanReader.read(source)
            return try Project(checking: reading.draft, calendars: Stage.calendars, findings: reading.findings)
                .findings.map(source.showing)
        } catch {
            return error.findings.map(source.showing)
        }
    }
}
