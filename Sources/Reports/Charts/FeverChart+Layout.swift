extension FeverChart {
    /// The share of a buffer at the top of the picture: all of it, and a quarter more where one was not enough. What lies
    /// higher stands at the edge, lest one lost promise press all others together.
    var top: Double { paths.flatMap(\.points).contains { $0.consumed > 1 } ? 1.25 : 1 }

    /// What a reading of a path says, in words.
    func words(_ point: Point, of path: Path, _ book: Phrasebook) -> String {
        book.say(
            FeverPhrase.reading(
                path.name.printable, on: point.label.printable, done: book.percent(point.progress, decimals: 0),
                consumed: book.percent(point.consumed, decimals: 0)))
    }
}

extension FeverChart.Point {
    /// Whether it can be drawn.
    var isSound: Bool { progress.isFinite && consumed.isFinite }
}
