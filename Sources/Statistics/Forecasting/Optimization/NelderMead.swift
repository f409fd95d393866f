/// Finds a low place of a function of a few numbers inside a box, by a simplex that walks and shrinks downhill.
///
/// Needs no derivatives and only compares values, so infinity may stand for what is not allowed. The same function gives the
/// same bits. It finds a valley, not always the deepest: start it well.
///
/// - Source: Nelder and Mead, “A simplex method for function minimization”, 1965; places outside the box are moved to its
///   wall, as in Box, 1965.
struct NelderMead {
    /// The box; one range for each number.
    let box: [ClosedRange<Double>]
    /// Stops when all corners of the simplex are as low as the lowest, within this.
    var tolerance = 1e-2
    var evaluations = 400

    struct Corner {
        var place: [Double]
        var value: Double
    }

    /// - Parameter step: how far the first simplex reaches, as a share of the box.
    func minimum(from start: [Double], step: Double = 0.1, of function: @escaping ([Double]) -> Double) -> Corner {
        var search = Search(box: box, function: function)
        var corners = search.simplex(around: start, step: step)
        while search.count < evaluations {
            corners.sort { $0.value < $1.value }
            let spread = corners[corners.count - 1].value - corners[0].value
            // Also ends when nothing is finite, or a fit is perfect.
            guard spread > tolerance, corners[0].value > -.infinity else { break }
            search.improve(&corners)
        }
        return corners.min { $0.value < $1.value } ?? Corner(place: start, value: .infinity)
    }
}

/// One run: the function, and how often it was asked.
private struct Search {
    let box: [ClosedRange<Double>]
    let function: ([Double]) -> Double
    var count = 0

    mutating func corner(_ place: [Double]) -> NelderMead.Corner {
        count += 1
        let place = zip(place, box).map { min(max($0, $1.lowerBound), $1.upperBound) }
        let value = function(place)
        return NelderMead.Corner(place: place, value: value.isNaN ? .infinity : value)
    }

    mutating func simplex(around start: [Double], step: Double) -> [NelderMead.Corner] {
        var corners = [corner(start)]
        for (index, range) in box.enumerated() {
            let reach = step * (range.upperBound - range.lowerBound)
            var place = start
            place[index] += place[index] + reach > range.upperBound ? -reach : reach
            corners.append(corner(place))
        }
        return corners
    }

    /// Replaces the worst corner, the last; or draws all towards the best, the first.
    mutating func improve(_ corners: inout [NelderMead.Corner]) {
        let last = corners.count - 1
        let worst = corners[last]
        let center = middle(of: corners[..<last])
        func along(_ factor: Double) -> [Double] { zip(center, worst.place).map { $0 + factor * ($0 - $1) } }
        let reflected = corner(along(1))
        if reflected.value < corners[0].value {
            let expanded = corner(along(2))
            corners[last] = expanded.value < reflected.value ? expanded : reflected
        } else if reflected.value < corners[last - 1].value {
            corners[last] = reflected
        } else {
            let outside = reflected.value < worst.value
            let contracted = corner(along(outside ? 0.5 : -0.5))
            if contracted.value < min(reflected.value, worst.value) {
                corners[last] = contracted
            } else {
                shrink(&corners)
            }
        }
    }

    private mutating func shrink(_ corners: inout [NelderMead.Corner]) {
        let best = corners[0].place
        for index in corners.indices.dropFirst() {
            corners[index] = corner(zip(best, corners[index].place).map { ($0 + $1) / 2 })
        }
    }

    private func middle(of corners: ArraySlice<NelderMead.Corner>) -> [Double] {
        box.indices.map { index in corners.reduce(0) { $0 + $1.place[index] } / Double(corners.count) }
    }
}
