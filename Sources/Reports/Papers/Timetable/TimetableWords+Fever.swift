import Scheduling
import WorkTime

extension TimetableWords {
    /// No more paths can be told apart.
    private static let mostPaths = 8

    /// By zone, then by the share that is consumed; equals in the order of the promises.
    func worstFirst(_ outlooks: [BufferOutlook]) -> [BufferOutlook] {
        outlooks.enumerated().sorted { left, right in
            let (one, other) = (left.element.buffer, right.element.buffer)
            return (other.zone, other.consumedShare ?? 0, left.offset) < (
                one.zone, one.consumedShare ?? 0, right.offset
            )
        }.map(\.element)
    }

    /// The buffers of open promises, those consumed most first; `nil` for a plan of which nothing is known yet.
    func feverChart(_ promises: [BufferOutlook]) -> FeverChart? {
        guard project.dataDate != nil, let limits = project.bufferRules?.limits else { return nil }
        let drawn = promises.filter { !$0.buffer.isSettled && !$0.trend.readings.isEmpty }
        let worstFirst = worstFirst(drawn)
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
