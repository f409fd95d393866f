/// Blocks of several periods, such as quarters, forecast by exponential smoothing.
///
/// Blocks are counted from the last observation, which moves. So there is a model for each way to lay them, all with the same
/// forms and weights, each following the blocks that are its own.
struct TemporalLevel {
    /// How many periods a block takes.
    let length: Int
    /// `models[r]` follows the blocks that end when the number of observations leaves `r` over whole blocks.
    private var models: [any SeriesModel]

    /// Too few blocks for any form are expected to go on as the last one.
    ///
    /// - Returns: `nil` below two blocks, however they are laid.
    init?(_ history: SeriesHistory, length: Int) {
        guard history.count >= 3 * length - 1 else { return nil }
        let blocks = history.blocks(of: length)
        let fits = ExponentialSmoothing.Form.sensible(for: blocks).compactMap { form in
            ExponentialSmoothing(fitting: blocks, form).flatMap { fit in
                fit.criterion(blocks).map { (model: fit, criterion: $0) }
            }
        }
        let best = fits.map(\.criterion).min() ?? 0
        let likely = fits.filter { $0.criterion <= best + AkaikeAverage.slack }
        var models: [any SeriesModel] = Array(repeating: LastValue(blocks), count: length)
        for late in 0..<length {
            let end = history.count - late
            let blocks = history.first(end).blocks(of: length)
            let followed = likely.compactMap { fit in
                fit.model.following(blocks).map { JudgedModel($0, criterion: fit.criterion) }
            }
            models[end % length] = AkaikeAverage(followed) ?? LastValue(blocks)
        }
        self.length = length
        self.models = models
    }

    /// - Parameters:
    ///   - recent: the last observations, a block at least.
    ///   - count: how many observations there are by now.
    mutating func observe(_ recent: [Double], _ count: Int) {
        models[count % length].observe(recent.suffix(length).reduce(0, +))
    }

    /// Of the blocks that begin after the last observation.
    func forecast(_ blocks: Int, _ count: Int) -> [Double] { models[count % length].forecast(blocks) }
}

extension SeriesHistory {
    /// Sums of blocks up to the end; what is left over at the beginning is left out.
    fileprivate func blocks(of length: Int) -> SeriesHistory {
        let sums = stride(from: count % length, to: count, by: length).map { start in
            values[start..<(start + length)].reduce(0, +)
        }
        return SeriesHistory(checked: sums, seasonLength: max(1, seasonLength / length))
    }
}
