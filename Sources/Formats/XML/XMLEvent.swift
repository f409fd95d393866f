/// What ``XMLReader`` comes upon: an element begins, or it ends.
///
/// The number is the code of the element's local name, see ``XMLNames``; ``XMLNames/unknown`` for any other name.
/// Every `open` has its `close`, also that of an element without content.
public enum XMLEvent: Hashable, Sendable {
    case open(Int)
    case close(Int)
}
