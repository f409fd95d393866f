import WorkTime

/// The columns of a network as bare memory, for what runs over all of it: an array looks at its bounds and its owner at
/// every access, which would be most of what a pass over plain links does.
///
/// Valid only inside ``Network/withColumns(_:)``. The indices come from a checked plan; debug builds check them again.
struct NetworkColumns {
    let durations: UnsafeBufferPointer<Int>
    let traits: UnsafeBufferPointer<NodeTraits>
    let calendarOf: UnsafeBufferPointer<UInt16>
    let ties: UnsafeBufferPointer<Tie>
    let incomingStart: UnsafeBufferPointer<Int32>
    let order: UnsafeBufferPointer<Int32>
    /// When the project starts, by calendar.
    let earliest: UnsafeBufferPointer<WorkEvent>

    @inline(__always)
    func node(at place: Int) -> Int { order.isEmpty ? place : Int(order[place]) }

    @inline(__always)
    func incoming(_ node: Int) -> Range<Int> {
        Range(uncheckedBounds: (Int(incomingStart[node]), Int(incomingStart[node + 1])))
    }
}

extension Network {
    @inline(__always)
    func withColumns<Value>(_ body: (NetworkColumns) -> Value) -> Value {
        durations.withUnsafeBufferPointer { durations in
            traits.withUnsafeBufferPointer { traits in
                calendarOf.withUnsafeBufferPointer { calendarOf in
                    ties.withUnsafeBufferPointer { ties in
                        incomingStart.withUnsafeBufferPointer { incomingStart in
                            order.withUnsafeBufferPointer { order in
                                earliest.withUnsafeBufferPointer { earliest in
                                    body(
                                        NetworkColumns(
                                            durations: durations, traits: traits, calendarOf: calendarOf, ties: ties,
                                            incomingStart: incomingStart, order: order, earliest: earliest))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The dates of a pass as bare memory; see ``NetworkColumns``.
struct EventColumns: EventTimes {
    let starts: UnsafeMutableBufferPointer<WorkEvent>
    let finishes: UnsafeMutableBufferPointer<WorkEvent>

    @inline(__always)
    func start(of node: Int) -> WorkEvent { starts[node] }
    @inline(__always)
    func finish(of node: Int) -> WorkEvent { finishes[node] }

    @inline(__always)
    func set(_ node: Int, _ span: WorkSpan) {
        starts[node] = span.start
        finishes[node] = span.finish
    }

    @inline(__always)
    func lower(finish event: WorkEvent, of node: Int) { if event < finishes[node] { finishes[node] = event } }
    @inline(__always)
    func lower(start event: WorkEvent, of node: Int) { if event < starts[node] { starts[node] = event } }
}

extension PassTimes {
    @inline(__always)
    mutating func withColumns<Value>(_ body: (EventColumns) -> Value) -> Value {
        starts.withUnsafeMutableBufferPointer { starts in
            finishes.withUnsafeMutableBufferPointer { finishes in
                body(EventColumns(starts: starts, finishes: finishes))
            }
        }
    }
}
