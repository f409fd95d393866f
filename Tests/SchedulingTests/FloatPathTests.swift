import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("Float paths")
struct FloatPathTests {
    private static let library = CalendarLibrary(RandomPlans.calendars)

    private func pictures(_ paths: [FloatPath]) -> [String] {
        paths.map { path in
            let chain = path.activities.map(\.rawValue).joined(separator: " ")
            let joins = path.joins.map { " > \($0)" } ?? ""
            return "\(path.number): \(chain)\(joins) (\(path.totalFloat?.count ?? -1))"
        }
    }

    private func sketch() throws -> Schedule {
        try PlanSketch(
            """
            a 5d
            b 3d
            c 2d after a, b
            d 1d
            e 1d after d
            f 2d after c, e
            g 9d
            """
        ).schedule()
    }

    @Test("are peeled off one by one, the least float first")
    func peeling() throws {
        let schedule = try sketch()
        #expect(
            pictures(schedule.floatPaths(to: "f", by: .freeFloat)) == [
                "1: a c f (0)", "2: b > c (960)", "3: d e > f (2400)",
            ])
        #expect(
            pictures(schedule.floatPaths(to: "f", by: .totalFloat)) == [
                "1: a c f (0)", "2: b > c (960)", "3: d e > f (2400)",
            ])
        #expect(pictures(schedule.floatPaths(to: "e")) == ["1: d e (2400)"])
        #expect(schedule.floatPaths(to: "f", count: 2).count == 2)
    }

    @Test("end in what finishes last unless asked otherwise, and nowhere where there is no such activity")
    func target() throws {
        let schedule = try sketch()
        #expect(schedule.floatPaths().first?.activities == ["a", "c", "f"])
        let milestone = try PlanSketch("a 2d\nb 0d after a\nc 1d").schedule()
        #expect(milestone.floatPaths().first?.activities == ["a", "b"])
        #expect(schedule.floatPaths(to: "nobody").isEmpty)
        #expect(schedule.floatPaths(count: 0).isEmpty)
    }

    @Test(
        "by free float the first is the longest path, and each next one has no less room",
        arguments: 0..<100 as Range<UInt64>)
    func longestPath(seed: UInt64) throws {
        var plans = RandomPlans(seed: seed)
        let schedule = try Project(checking: plans.draft(count: 20), calendars: Self.library).schedule()
        #expect(
            schedule.floatPaths(to: schedule.longestPath.last, by: .freeFloat).first?.activities == schedule.longestPath
        )
    }

    @Test("hold each activity that leads to the target once, as linked chains", arguments: 0..<100 as Range<UInt64>)
    func partition(seed: UInt64) throws {
        var plans = RandomPlans(seed: seed)
        let project = try Project(checking: plans.draft(count: 20), calendars: Self.library)
        let schedule = project.schedule()
        let links = Dictionary(
            uniqueKeysWithValues: project.activities.indices.map { index in
                (project.activities[index].id, Set(project.links(to: index).map(\.predecessor)))
            })
        let target = try #require(schedule.floatPaths(count: 1).first?.activities.last)
        var leading: Set<ActivityID> = [target]
        var open = [target]
        while let id = open.popLast() { open += links[id]!.filter { leading.insert($0).inserted } }
        for measure in FloatPathMeasure.allCases {
            let paths = schedule.floatPaths(count: 100, by: measure)
            let members = paths.flatMap(\.activities)
            #expect(Set(members).count == members.count)
            #expect(Set(members) == leading)
            #expect(paths.map(\.number) == Array(1...paths.count))
            for path in paths {
                let chain = path.activities + [path.joins].compactMap(\.self)
                #expect(zip(chain, chain.dropFirst()).allSatisfy { links[$1]!.contains($0) })
            }
            #expect(paths == schedule.floatPaths(count: 100, by: measure))
        }
    }
}
