import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("Laws of buffers")
struct BufferLawTests {
    private static let library = CalendarLibrary(RandomPlans.calendars)

    private func draft(seed: UInt64, _ change: (inout BufferDraft) -> Void = { _ in }) throws -> PlanDraft {
        var draft = try RandomPlans.overpromised(seed: seed)
        var buffers = BufferDraft()
        change(&buffers)
        draft.buffers = buffers
        return draft
    }

    private func schedule(_ draft: PlanDraft) throws -> Schedule {
        try Project(checking: draft, calendars: Self.library).schedule()
    }

    @Test(
        "size and spare are the headroom; what is consumed is what spare lacks; it sits before its end",
        arguments: 0..<150 as Range<UInt64>)
    func parts(seed: UInt64) throws {
        for method in BufferSize.allCases {
            let schedule = try schedule(draft(seed: seed) { $0.size = Located(.method(method)) })
            let buffers = schedule.buffers()
            let promises = buffers.filter { $0.id.kind == .project }
            #expect(promises.map(\.id.promise) == schedule.deadlines.map(\.activity))
            for (buffer, deadline) in zip(promises, schedule.deadlines) {
                #expect(buffer.headroom == deadline.timeHeadroom && buffer.to == deadline.promised)
            }
            #expect(Set(buffers.map(\.id)).count == buffers.count)
            for buffer in buffers {
                guard let headroom = buffer.headroom, let spare = buffer.spare, let consumed = buffer.consumed else {
                    continue
                }
                #expect(buffer.size + spare == headroom && consumed == max(.zero, .zero - spare))
                #expect(buffer.left! + min(buffer.size, consumed) == buffer.size)
                let calendar = schedule.project.calendar
                #expect(buffer.from <= buffer.to && calendar.work(from: buffer.from, to: buffer.to) == buffer.size)
            }
        }
    }

    @Test(
        "a chain is linked from first to last, and joins what does not lie on it", arguments: 0..<150 as Range<UInt64>)
    func chains(seed: UInt64) throws {
        let schedule = try schedule(draft(seed: seed))
        let project = schedule.project
        var driving: [ActivityID] = []
        for buffer in schedule.buffers() {
            for (source, target) in zip(buffer.chain, buffer.chain.dropFirst()) {
                let index = try #require(project.index(of: target))
                #expect(project.links(to: index).contains { $0.predecessor == source })
                #expect(schedule[target]!.driver.predecessors.contains(source), "\(source) does not drive \(target)")
            }
            guard let join = buffer.id.join else {
                driving = buffer.chain
                if let promise = buffer.id.promise { #expect(buffer.chain.last == promise) }
                continue
            }
            #expect(buffer.chain.last == join.source && driving.contains(join.target))
            #expect(Set(buffer.chain).isDisjoint(with: driving))
            let index = try #require(project.index(of: join.target))
            #expect(project.links(to: index).contains { $0.predecessor == join.source })
        }
    }

    @Test("more that may go wrong never makes a smaller buffer", arguments: 0..<60 as Range<UInt64>)
    func monotone(seed: UInt64) throws {
        for method in [BufferSize.rootSquaredError, .adaptiveDensity] {
            let sizes = try [110_000, 150_000, 300_000].map { share in
                try schedule(
                    draft(seed: seed) {
                        $0.size = Located(.method(method))
                        $0.safe = Located(PlannedDuration(thousandths: share, unit: .percent))
                    }
                ).buffers().map(\.size)
            }
            for (small, large) in zip(sizes, sizes.dropFirst()) {
                #expect(zip(small, large).allSatisfy { $0 <= $1 })
            }
        }
    }

    @Test(
        "as much headroom as the buffer has consumes none of it, none consumes all of it, a minute less a minute more")
    func extremes() throws {
        for seed in 0..<40 as Range<UInt64> {
            var plan = try draft(seed: seed)
            plan.finishBy = Located(.minute(try schedule(plan).finish + ElapsedMinutes(60 * 24 * 60)))
            let buffer = try schedule(plan).buffers()[0]
            let calendar = try schedule(plan).project.calendar
            let finish = calendar.position(of: try schedule(plan).finish)
            func consumed(headroom: WorkMinutes) throws -> Buffer {
                plan.finishBy = Located(.minute(calendar.finish(at: finish + headroom)))
                return try schedule(plan).buffers()[0]
            }
            let whole = try consumed(headroom: buffer.size)
            #expect(whole.size == buffer.size && whole.consumed == .zero && whole.spare == .zero)
            guard buffer.size > WorkMinutes(1) else { continue }
            #expect(try consumed(headroom: .zero).consumedShare == 1)
            #expect(try consumed(headroom: buffer.size - WorkMinutes(1)).consumed == WorkMinutes(1))
        }
    }

    @Test("all work a minute later consumes a minute more")
    func minutes() throws {
        var sketch = try PlanSketch("a 3d\nb 2d after a\nc 1d\nd 2d after b,c", finishBy: "2026-01-20")
        sketch.draft.buffers = BufferDraft()
        sketch.draft.buffers?.size = Located(.fixed(.days(5)))
        let start = CivilMinute("2026-01-05T09:00")!
        for delay in 0..<180 {
            sketch.draft.start = Located(.minute(start + ElapsedMinutes(delay)))
            #expect(try sketch.schedule().buffers()[0].consumed == WorkMinutes(delay))
        }
    }

    @Test(
        "a chain that starts at its latest is in time, and no sooner needed than its early start",
        arguments: 0..<150 as Range<UInt64>)
    func latestStarts(seed: UInt64) throws {
        let plan = try draft(seed: seed)
        let schedule = try schedule(plan)
        for buffer in schedule.buffers() {
            guard let latest = buffer.latestStart, let headroom = buffer.headroom, let first = buffer.chain.first else {
                continue
            }
            #expect(latest.withBuffer <= latest.withoutBuffer)
            let start = try #require(schedule[first]).earlyStart
            if headroom > .zero { #expect(latest.withoutBuffer >= start, "\(buffer.id)") }
            if let spare = buffer.spare, spare > .zero { #expect(latest.withBuffer >= start, "\(buffer.id)") }
        }
    }

    /// What the plan says has happened by a date, some of it more slowly.
    private func worked(_ draft: PlanDraft, _ schedule: Schedule, by date: CivilMinute, seed: UInt64) -> PlanDraft {
        var draft = draft
        var generator = SplitMix64(state: seed)
        draft.dataDate = Located(.minute(date))
        for (index, dates) in schedule.activities.enumerated() where dates.earlyStart < date {
            draft.activities[index].progress.actualStart = Located(.minute(dates.earlyStart))
            if dates.earlyFinish <= date, Bool.random(using: &generator) || dates.earlyStart == dates.earlyFinish {
                draft.activities[index].progress.actualFinish = Located(.minute(dates.earlyFinish))
            } else {
                draft.activities[index].progress.remaining = Located(.hours(Int.random(in: 1...30, using: &generator)))
            }
        }
        return draft
    }

    @Test(
        "work that has been done stays within its chain; parts add up against the accepted plan as well",
        arguments: 0..<150 as Range<UInt64>)
    func progress(seed: UInt64) throws {
        var plan = try draft(seed: seed)
        plan.conventions = [Conventions(.native), Conventions(.primavera), Conventions(.microsoft)][Int(seed % 3)]
        let accepted = try schedule(plan)
        for days in [1, 4, 9, 60] {
            let date = accepted.project.start + ElapsedMinutes(days * 1_440 + 700)
            guard
                let project = try? Project(
                    checking: worked(plan, accepted, by: date, seed: seed), calendars: Self.library)
            else { continue }
            let current = project.schedule()
            for buffer in current.buffers(against: accepted) + current.buffers() {
                let progress = buffer.progress
                #expect(progress.done >= .zero && progress.done <= progress.all)
                if let share = progress.share { #expect((0...1).contains(share)) }
                if let headroom = buffer.headroom { #expect(buffer.size + (buffer.spare ?? .zero) == headroom) }
                #expect(buffer.from <= buffer.to && buffer.size >= .zero)
                if buffer.isSettled, buffer.id.kind == .project {
                    #expect(buffer.zone == (buffer.headroom! < .zero ? .red : .green))
                }
            }
            let (known, now) = (accepted.buffers(), current.buffers(against: accepted))
            #expect(known.map(\.id) == now.map(\.id) && known.map(\.size) == now.map(\.size))
        }
    }

    @Test("the zone goes with consumption and against progress")
    func zones() throws {
        let limits = FeverLimits.usual
        #expect(limits.yellow.consumption(atProgress: 0.5) == 0.35 && limits.red.consumption(atProgress: 0.5) == 0.6)
        var sketch = try PlanSketch("a 10d", finishBy: "2026-01-30")
        sketch.draft.buffers = BufferDraft()
        var zones: [FeverZone] = []
        for size in 0...20 {
            sketch.draft.buffers?.size = Located(.fixed(.days(size)))
            zones.append(try sketch.schedule().buffers()[0].zone)
        }
        // Ten days of headroom; red from where more than three tenths are missing: 15 days.
        #expect(zones == zones.sorted() && zones[10] == .green && zones[11] == .yellow && zones[14] == .yellow)
        #expect(zones[15] == .red)
    }
}
