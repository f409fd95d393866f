/// Finds a low place of a function of one to four numbers inside a box, by a simplex that walks and shrinks downhill.
///
/// Needs no derivatives and only compares values, so infinity may stand for what is not allowed. The same function gives the
/// same bits. It finds a valley, not always the deepest: start it well.
///
/// - Source: Nelder and Mead, “A simplex method for function minimization”, 1965; places outside the box are moved to its
///   wall, as in Box, 1965.
struct NelderMead {
    /// Numbers that are not needed are zero.
    typealias Place = SIMD4<Double>

    /// The box; one range for each number.
    let box: [ClosedRange<Double>]
    /// Stops when all corners of the simplex are as low as the lowest, within this. Of a deviance, a hundredth is nothing.
    var tolerance = 1e-2
    var evaluations = 400

    struct Corner {
        var place: Place
        var value: Double
    }

    /// - Parameter step: how far the first simplex reaches, as a share of the box.
    func minimum(from start: Place, step: Double = 0.1, of function: (Place) -> Double) -> Corner {
        precondition((1...4).contains(box.count), "a search over \(box.count) numbers")
        return withoutActuallyEscaping(function) { function in
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
}

/// One run: the function, and how often it was asked.
private struct Search {
    typealias Place = NelderMead.Place

    let lower: Place
    let upper: Place
    let dimensions: Int
    let function: (Place) -> Double
    var count = 0

    init(box: [ClosedRange<Double>], function: @escaping (Place) -> Double) {
        var (lower, upper) = (Place.zero, Place.zero)
        for (index, range) in box.enumerated() { (lower[index], upper[index]) = (range.lowerBound, range.upperBound) }
        self.lower = lower
        self.upper = upper
        self.function = function
        dimensions = box.count
    }

    mutating func corner(_ place: Place) -> NelderMead.Corner {
        count += 1
        let place = place.clamped(lowerBound: lower, upperBound: upper)
        let value = function(place)
        return NelderMead.Corner(place: place, value: value.isNaN ? .infinity : value)
    }

    mutating func simplex(around start: Place, step: Double) -> [NelderMead.Corner] {
        var corners = [corner(start)]
        for index in 0..<dimensions {
            let reach = step * (upper[index] - lower[index])
            var place = start
            place[index] += place[index] + reach > upper[index] ? -reach : reach
            corners.append(corner(place))
        }
        return corners
    }

    /// Replaces the worst corner, the last; or draws all towards the best, the first.
    mutating func improve(_ corners: inout [NelderMead.Corner]) {
        let last = corners.count - 1
        let worst = corners[last]
        let center = corners[..<last].reduce(Place.zero) { $0 + $1.place } / Double(last)
        let away = center - worst.place
        let reflected = corner(center + away)
        if reflected.value < corners[0].value {
            let expanded = corner(center + 2 * away)
            corners[last] = expanded.value < reflected.value ? expanded : reflected
        } else if reflected.value < corners[last - 1].value {
            corners[last] = reflected
        } else {
            let contracted = corner(center + (reflected.value < worst.value ? 0.5 : -0.5) * away)
            if contracted.value < min(reflected.value, worst.value) {
                corners[last] = contracted
            } else {
                shrink(&corners)
            }
        }
    }

    private mutating func shrink(_ corners: inout [NelderMead.Corner]) {
        let best = corners[0].place
        for index in corners.indices.dropFirst() { corners[index] = corner((best + corners[index].place) / 2) }
    }
}
