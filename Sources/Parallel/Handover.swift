/// Where threads leave what they made, and others take it in the order of its numbers.
///
/// No more lies there than a few pieces: who is too far ahead waits.
public final class Handover<Piece>: Sendable {
    private let pile: Monitor<Pile>
    private let room: Int

    private struct Pile {
        var pieces: [Int: Piece] = [:]
        /// The number that is taken next.
        var next = 0
        /// How many threads may still leave something.
        var makers: Int
    }

    /// - Parameters:
    ///   - makers: how many threads leave pieces; each must say when it is done.
    ///   - takers: how many take them.
    public init(makers: Int, takers: Int = 1) {
        pile = Monitor(Pile(makers: makers))
        room = 2 * max(makers, takers)
    }

    /// Leaves the piece of a number, each of which is used once, from 0 on without a gap.
    public func leave(_ piece: sending Piece, number: Int) {
        pile.change(when: { number - $0.next < room }) { $0.pieces[number] = piece }
    }

    /// Says that a thread leaves nothing more.
    public func end() { pile.change { $0.makers -= 1 } }

    /// The piece of the next number; waits for it. `nil` when all threads are done and nothing is left.
    public func take() -> Piece? {
        pile.change(when: { $0.pieces[$0.next] != nil || $0.makers == 0 }) { pile in
            guard let piece = pile.pieces.removeValue(forKey: pile.next) else { return nil }
            pile.next += 1
            return piece
        }
    }
}
