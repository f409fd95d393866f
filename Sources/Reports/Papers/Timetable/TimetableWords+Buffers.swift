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
        var blocks: [Block] = [.paragraph(book.list(sentences: introduction))]
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

    func name(of id: BufferID) -> String { name(ofPromise: id.promise) }

    // MARK: Sentences

    /// Whether promises have their buffers, then how fast each is consumed and when it will be gone.
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
        let dated = open.filter { $0.buffer.method != nil && $0.buffer.progress.share == nil }
        if !dated.isEmpty {
            sentences.append(book.say(BufferPhrase.drivenByDates(dated.map { "“\(name(of: $0.buffer.id))”" })))
        }
        return sentences + worstFirst(open).prefix(Self.mostPaces).flatMap(paceSentences)
    }

    /// Of how many buffers it is said how fast they are consumed; the table has all.
    private static let mostPaces = 6

    private func paceSentences(of outlook: BufferOutlook) -> [String] {
        let buffer = outlook.buffer
        guard project.dataDate != nil else { return [] }
        let name = name(of: buffer.id)
        var sentences: [BufferPhrase] = []
        if buffer.isConsumedFasterThanProgress, let consumed = buffer.consumedShare, consumed < 1,
            let done = buffer.progress.share
        {
            sentences.append(
                .faster(name, consumed: book.percent(consumed, decimals: 0), done: book.percent(done, decimals: 0)))
        }
        switch outlook.trend.runOut {
        case .on(let date):
            sentences.append(
                .runsOut(name, date.day, promised: Moment(finish: buffer.to, on: project.calendar)))
        case .lasts: sentences.append(.lasts(name))
        case .usedUp: sentences.append(.allConsumed(name))
        case .notConsumed, .settled, .tooFewReadings, .noTime: break
        }
        return sentences.map { book.say($0) }
    }
}
