import Scheduling
import Testing
import WorkTime

@Suite("Links")
struct LinkTests {
    @Test("finish to start follows on")
    func finishToStart() throws {
        let schedule = try PlanSketch(
            """
            brief 2d
            concept 4d after brief
            approve 0d after concept
            """
        ).schedule()
        #expect(
            schedule.picture() == """
                brief    ##
                concept  ..####
                approve  ......!
                """)
    }

    @Test("a lag waits, a lead overlaps, neither goes before the start of the project")
    func lags() throws {
        let schedule = try PlanSketch(
            """
            brief 2d
            late 2d after brief FS+1d
            early 2d after brief FS-1d
            first 1d after brief FS-5d
            """
        ).schedule()
        #expect(
            schedule.picture() == """
                brief  ##
                late   ...##
                early  .##
                first  #
                """)
    }

    @Test("start to start, finish to finish and start to finish tie the ends they name")
    func otherEnds() throws {
        let schedule = try PlanSketch(
            """
            shoot 4d
            edit 3d after shoot SS+1d
            grade 2d after shoot FF+1d
            standby 2d after shoot SF+3d
            """
        ).schedule()
        #expect(
            schedule.picture() == """
                shoot    ####
                edit     .###
                grade    ...##
                standby  .##
                """)
    }

    @Test("of several links to one predecessor the strictest holds")
    func several() throws {
        let schedule = try PlanSketch(
            """
            shoot 4d
            edit 4d after shoot SS+1d, shoot FF+2d
            """
        ).schedule()
        #expect(
            schedule.picture() == """
                shoot  ####
                edit   ..####
                """)
        #expect(schedule["edit"]?.driver == .links(predecessors: ["shoot"]))
    }

    @Test("an elapsed lag runs over the weekend")
    func elapsedLag() throws {
        let schedule = try PlanSketch(
            """
            print 5d
            dry 0d after print FS+2ed
            deliver 1d after dry
            """
        ).schedule()
        #expect(schedule["print"]?.earlyFinish.description == "2026-01-09T18:00")
        #expect(schedule["deliver"]?.earlyStart.description == "2026-01-12T09:00")
    }
}
