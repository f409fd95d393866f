import Scheduling
import WorkTime

extension TimetableWords {
    /// A section on buffers; none for a plan that asks for none.
    func buffers(_ outlooks: [BufferOutlook]) -> [Section] {
        let promises = outlooks.filter { $0.buffer.id.kind == .project }
        guard !promises.isEmpty else { return [] }
        let method = promises.compactMap(\.buffer.method).first
        let introduction =
            [book.say(BufferPhrase.introduction)] + (method.map { [book.say(BufferPhrase.sized($0))] } ?? [])
        var blocks: [Block] = [.paragraph(introduction.joined(separator: book.language == .english ? " " : ""))]
        let sentences = bufferSentences(promises)
        if !sentences.isEmpty { blocks.append(.list(sentences)) }
        blocks.append(.table(bufferTable(promises)))
        if let chart = feverChart(promises) { blocks.append(.chart(.fever(chart))) }
        let joins = outlooks.filter { $0.buffer.id.kind == .feeding }
        if !joins.isEmpty {
            blocks += [
                .paragraph(book.say(BufferPhrase.joinsIntroduction)), .table(feedingTable(joins, promises.count)),
            ]
        }
        return [Section(book.say(BufferPhrase.heading), blocks)]
    }

    private func name(of id: BufferID) -> String { id.promise.map(name) ?? book.say(PlanPhrase.wholePlan) }

    // MARK: Sentences

    /// Whether promises have their buffers, then how fast each is used and when it will be gone.
    private func bufferSentences(_ promises: [BufferOutlook]) -> [String] {
        let open = promises.filter { !$0.buffer.isSettled }
        let short = open.filter { ($0.buffer.spare ?? .zero) < .zero }
        let worst = short.min { ($0.buffer.spare ?? .zero) < ($1.buffer.spare ?? .zero) }
        var sentences: [String] = []
        if let worst, let spare = worst.buffer.spare {
            sentences.append(
                book.say(
                    BufferPhrase.short(
                        short.count, of: open.count, worst: name(of: worst.buffer.id), by: length(.zero - spare))))
        } else if !open.isEmpty {
            sentences.append(book.say(BufferPhrase.allWhole(open.count)))
        }
        return sentences + open.flatMap(paceSentences)
    }

    private func paceSentences(of outlook: BufferOutlook) -> [String] {
        let buffer = outlook.buffer
        guard project.dataDate != nil else { return [] }
        let name = name(of: buffer.id)
        var sentences: [BufferPhrase] = []
        if buffer.isConsumedFasterThanProgress, let used = buffer.consumedShare, used < 1,
            let done = buffer.progress.share
        {
            sentences.append(
                .faster(name, used: book.percent(used, decimals: 0), done: book.percent(done, decimals: 0)))
        }
        switch outlook.trend.runOut {
        case .on(let date):
            sentences.append(
                .runsOut(name, date.day, promised: Moment(finish: buffer.to, on: project.calendar)))
        case .lasts: sentences.append(.lasts(name))
        case .usedUp: sentences.append(.usedUp(name))
        case .notConsumed, .settled, .tooFewReadings, .noTime: break
        }
        return sentences.map { book.say($0) }
    }

    // MARK: Tables

    private func bufferTable(_ outlooks: [BufferOutlook]) -> Table {
        let hasProgress = project.dataDate != nil
        let hasStarts = outlooks.contains { $0.buffer.latestStart != nil }
        return Table(
            "buffers", title: book.say(BufferPhrase.promises),
            columns: [
                Column(book.say(PlanPhrase.promise)), Column(book.say(BufferPhrase.size), .work),
                Column(book.say(BufferPhrase.doneBy), .date, importance: .useful), Column(book.say(.headroom), .work),
                hasProgress
                    ? Column(book.say(BufferPhrase.used), .percent) : Column(book.say(BufferPhrase.shortBy), .work),
                hasProgress ? Column(book.say(BufferPhrase.done), .percent) : nil,
                Column(book.say(BufferPhrase.zone)),
            ].compactMap(\.self) + (hasStarts ? startColumns(.extra) : []),
            rows: outlooks.map { row($0.buffer, hasProgress: hasProgress) + (hasStarts ? starts($0.buffer) : []) },
            rowLimit: 100,
            remark: book.say(hasProgress ? BufferPhrase.usedRemark : .shortRemark))
    }

    private func row(_ buffer: Buffer, hasProgress: Bool) -> [Cell] {
        let (headroom, spare) = (buffer.headroom ?? .zero, buffer.spare ?? .zero)
        let emphasis: Cell.Emphasis = headroom < .zero ? .missed : spare < .zero ? .plain : .kept
        return [
            Cell(name(of: buffer.id)), book.cell(.work(length(buffer.size))),
            cell(Moment(finish: buffer.from, on: project.calendar), at: buffer.from),
            book.cell(.work(length(headroom)), emphasis),
            hasProgress ? share(buffer.consumedShare) : shortCell(buffer),
            hasProgress ? share(buffer.progress.share) : nil, zoneCell(buffer),
        ].compactMap(\.self)
    }

    /// What a buffer costs: when the chain before it has to begin, with the buffer and without.
    private func startColumns(_ importance: Column.Importance) -> [Column] {
        [
            Column(book.say(BufferPhrase.latestStart), .date, importance: importance),
            Column(book.say(BufferPhrase.withoutBuffer), .date, importance: .extra),
        ]
    }

    /// A chain that is planned to begin later than that cannot leave the buffer whole, or the promise kept.
    private func starts(_ buffer: Buffer) -> [Cell] {
        let planned = buffer.chain.first.flatMap { schedule[$0]?.start }
        return [buffer.latestStart?.withBuffer, buffer.latestStart?.withoutBuffer].map { latest in
            guard let latest else { return none }
            let isPassed = planned.map { $0 > latest } ?? false
            return cell(Moment(start: latest, on: project.calendar), at: latest, isPassed ? .missed : .plain)
        }
    }

    private var none: Cell { Cell("–", emphasis: .muted) }

    private func share(_ share: Double?) -> Cell { share.map { book.cell(.percent($0, decimals: 0)) } ?? none }

    /// What the headroom lacks.
    private func shortCell(_ buffer: Buffer) -> Cell {
        guard let consumed = buffer.consumed else { return Cell(book.say(BufferPhrase.hasJoined), emphasis: .muted) }
        return consumed > .zero
            ? book.cell(.work(length(consumed)), .missed)
            : Cell(.work(length(.zero)), text: book.say(BufferPhrase.nothingShort), emphasis: .kept)
    }

    private func zoneCell(_ buffer: Buffer) -> Cell {
        if buffer.isSettled {
            return buffer.zone == .red
                ? Cell(book.say(BufferPhrase.missed), emphasis: .missed)
                : Cell(book.say(BufferPhrase.keptWith(length(buffer.left ?? .zero))), emphasis: .kept)
        }
        let emphasis: Cell.Emphasis =
            switch buffer.zone {
            case .green: .kept
            case .yellow: .strong
            case .red: .missed
            }
        return Cell(book.say(BufferPhrase.inZone(buffer.zone)), emphasis: emphasis)
    }

    /// Those short by most first; what has joined comes last.
    private func feedingTable(_ outlooks: [BufferOutlook], _ promises: Int) -> Table {
        let ordered = outlooks.map(\.buffer).enumerated().sorted { left, right in
            let (one, other) = (left.element.spare?.count ?? .max, right.element.spare?.count ?? .max)
            return (one, left.offset) < (other, right.offset)
        }.map(\.element)
        return Table(
            "feeding-buffers", title: book.say(BufferPhrase.joins),
            columns: [
                Column(book.say(BufferPhrase.chainEnd)), Column(book.say(BufferPhrase.joined)),
                promises > 1 ? Column(book.say(PlanPhrase.promise), importance: .extra) : nil,
                Column(book.say(BufferPhrase.size), .work), Column(book.say(BufferPhrase.room), .work),
                Column(book.say(BufferPhrase.shortBy), .work),
            ].compactMap(\.self) + startColumns(.useful),
            rows: ordered.map { row(feeding: $0, hasPromise: promises > 1) }, rowLimit: 30)
    }

    private func row(feeding buffer: Buffer, hasPromise: Bool) -> [Cell] {
        return [
            Cell(buffer.id.join.map { name($0.source) } ?? ""), Cell(buffer.id.join.map { name($0.target) } ?? ""),
            hasPromise ? Cell(name(of: buffer.id)) : nil, book.cell(.work(length(buffer.size))),
            buffer.headroom.map { book.cell(.work(length($0))) } ?? none, shortCell(buffer),
        ].compactMap(\.self) + starts(buffer)
    }

    // MARK: Fever chart

    /// No more paths can be told apart.
    private static let mostPaths = 8

    /// The buffers of open promises, those used most first; `nil` for a plan of which nothing is known yet.
    private func feverChart(_ promises: [BufferOutlook]) -> FeverChart? {
        guard project.dataDate != nil, let limits = project.bufferRules?.limits else { return nil }
        let drawn = promises.filter { !$0.buffer.isSettled && !$0.trend.readings.isEmpty }
        let worstFirst = drawn.enumerated().sorted { left, right in
            let (one, other) = (left.element.buffer, right.element.buffer)
            let shares = (one.consumedShare ?? 0, other.consumedShare ?? 0)
            return (other.zone, shares.1, left.offset) < (one.zone, shares.0, right.offset)
        }.map(\.element)
        guard let worst = worstFirst.first else { return nil }
        let paths = worstFirst.prefix(Self.mostPaths).map { outlook in
            FeverChart.Path(
                name(of: outlook.buffer.id),
                outlook.trend.readings.map {
                    FeverChart.Point($0.progress, $0.consumed, label: book.day($0.date.day, .brief))
                })
        }
        return FeverChart(
            book.say(BufferPhrase.fever),
            summary: book.say(
                BufferPhrase.feverSummary(buffers: paths.count, all: drawn.count, worst: worst.buffer.zone)),
            yellow: limits.yellow.border, red: limits.red.border, paths: Array(paths))
    }
}

extension FeverLine {
    fileprivate var border: FeverChart.Border {
        FeverChart.Border(atStart: consumption(atProgress: 0), atEnd: consumption(atProgress: 1))
    }
}
