import Scheduling
import WorkTime

extension TimetableWords {
    func bufferTable(_ outlooks: [BufferOutlook]) -> Table {
        let hasProgress = project.dataDate != nil
        let hasStarts = outlooks.contains { $0.buffer.latestStart != nil }
        return Table(
            "buffers", title: book.say(BufferPhrase.promises),
            columns: [
                Column(book.say(PlanPhrase.promise)), Column(book.say(BufferPhrase.size), .work),
                Column(book.say(BufferPhrase.doneBy), .date, importance: .useful), Column(book.say(.headroom), .work),
                hasProgress
                    ? Column(book.say(BufferPhrase.consumed), .percent) : Column(book.say(BufferPhrase.shortBy), .work),
                hasProgress ? Column(book.say(BufferPhrase.done), .percent) : nil,
                Column(book.say(BufferPhrase.zone)),
            ].compactMap(\.self) + (hasStarts ? startColumns(.extra) : []),
            rows: outlooks.map { row($0.buffer, hasProgress: hasProgress) + (hasStarts ? starts($0.buffer) : []) },
            rowLimit: 100,
            remark: book.say(hasProgress ? BufferPhrase.consumedRemark : .shortRemark))
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
    func feedingTable(_ outlooks: [BufferOutlook], _ promises: Int) -> Table {
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
        [
            Cell(buffer.id.join.map { name($0.source) } ?? ""), Cell(buffer.id.join.map { name($0.target) } ?? ""),
            hasPromise ? Cell(name(of: buffer.id)) : nil, book.cell(.work(length(buffer.size))),
            buffer.headroom.map { book.cell(.work(length($0))) } ?? none, shortCell(buffer),
        ].compactMap(\.self) + starts(buffer)
    }
}
