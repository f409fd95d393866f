import Scheduling
import Testing
import WorkTime

/// A worked example with published answers: the network, the answers in working days from the start (early start and
/// finish, late start and finish, total and free float), the critical activities, and the picture.
struct TextbookExample: CustomTestStringConvertible, Sendable {
    let name: String
    let source: String
    let sketch: String
    let answers: String
    let critical: String
    let picture: String

    var testDescription: String { "\(name) (\(source))" }

    static let all = [
        TextbookExample(
            name: "seven events in sixteen hours",
            source: "studylib document 8378728, “Draw the network for the events in Table 1”",
            sketch: """
                A 6d
                B 2d after A
                C 2d after A
                D 3d after B
                F 2d after C
                E 4d after D, F
                G 1d after E
                """,
            answers: """
                A 0 6 0 6 0 0
                B 6 8 6 8 0 0
                C 6 8 7 9 1 0
                D 8 11 8 11 0 0
                F 8 10 9 11 1 1
                E 11 15 11 15 0 0
                G 15 16 15 16 0 0
                """,
            critical: "A B D E G",
            picture: """
                A  ######
                B  ......##
                C  ......##
                D  ........###
                F  ........##
                E  ...........####
                G  ...............#
                """),
        TextbookExample(
            name: "fourteen activities in forty-one days",
            source: "course notes, “Network Construction – Critical Path Method”",
            sketch: """
                A 2d
                B 10d after A
                C 13d after A
                D 12d after A
                E 12d after B
                F 7d after B
                G 10d after D
                H 16d after D
                I 6d after F
                J 12d after C, G
                K 5d after I
                L 8d after E, K
                M 5d after H
                N 3d after J, L, M
                """,
            answers: """
                A 0 2 0 2 0 0
                B 2 12 2 12 0 0
                C 2 15 13 26 11 9
                D 2 14 4 16 2 0
                E 12 24 18 30 6 6
                F 12 19 12 19 0 0
                G 14 24 16 26 2 0
                H 14 30 17 33 3 0
                I 19 25 19 25 0 0
                J 24 36 26 38 2 2
                K 25 30 25 30 0 0
                L 30 38 30 38 0 0
                M 30 35 33 38 3 3
                N 38 41 38 41 0 0
                """,
            critical: "A B F I K L N",
            picture: """
                A  ##
                B  ..##########
                C  ..#############
                D  ..############
                E  ............############
                F  ............#######
                G  ..............##########
                H  ..............################
                I  ...................######
                J  ........................############
                K  .........................#####
                L  ..............................########
                M  ..............................#####
                N  ......................................###
                """),
        TextbookExample(
            name: "eleven activities in eighteen days, before levelling",
            source: "“Topic 5: Allocate and Level Resources”, after Pinto",
            sketch: """
                A 3d
                B 5d
                C 6d after A
                D 2d after A
                E 3d after D
                F 3d after D
                G 4d after B
                H 5d after G
                I 4d after C
                J 2d after I, E, F
                K 3d after J
                """,
            answers: """
                A 0 3 0 3 0 0
                B 0 5 4 9 4 0
                C 3 9 3 9 0 0
                D 3 5 8 10 5 0
                E 5 8 10 13 5 5
                F 5 8 10 13 5 5
                G 5 9 9 13 4 0
                H 9 14 13 18 4 4
                I 9 13 9 13 0 0
                J 13 15 13 15 0 0
                K 15 18 15 18 0 0
                """,
            critical: "A C I J K",
            picture: """
                A  ###
                B  #####
                C  ...######
                D  ...##
                E  .....###
                F  .....###
                G  .....####
                H  .........#####
                I  .........####
                J  .............##
                K  ...............###
                """),
    ]
}

@Suite("Worked examples with published answers")
struct TextbookTests {
    @Test("dates and floats", arguments: TextbookExample.all)
    func datesAndFloats(example: TextbookExample) throws {
        let schedule = try PlanSketch(example.sketch).schedule()
        #expect(schedule.answersInDays == example.answers)
    }

    @Test("critical activities, which are the longest path", arguments: TextbookExample.all)
    func critical(example: TextbookExample) throws {
        let schedule = try PlanSketch(example.sketch).schedule()
        let critical = schedule.activities.filter(\.isCritical).map(\.id.rawValue).joined(separator: " ")
        #expect(critical == example.critical)
        #expect(schedule.longestPath.map(\.rawValue).joined(separator: " ") == example.critical)
        #expect(schedule.activities.filter(\.isOnLongestPath).map(\.id) == schedule.longestPath)
    }

    @Test("the picture", arguments: TextbookExample.all)
    func picture(example: TextbookExample) throws {
        #expect(try PlanSketch(example.sketch).schedule().picture() == example.picture)
    }
}

extension Schedule {
    /// One line an activity: id, early start and finish, late start and finish, total and free float in working days.
    fileprivate var answersInDays: String {
        let calendar = project.calendar
        let origin = calendar.position(of: project.start).count
        func days(_ instant: CivilMinute) -> Int { (calendar.position(of: instant).count - origin) / 480 }
        return activities.map {
            "\($0.id) \(days($0.earlyStart)) \(days($0.earlyFinish)) \(days($0.lateStart)) \(days($0.lateFinish)) "
                + "\($0.total.count / 480) \($0.free.count / 480)"
        }.joined(separator: "\n")
    }
}
