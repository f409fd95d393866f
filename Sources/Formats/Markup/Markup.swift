/// A piece of a document in HTML, SVG or XML.
public enum Markup: Sendable, Hashable {
    /// Text between tags; escaped when written.
    case text(String)
    case element(Element)
    /// Pieces one after another.
    case group([Markup])
    /// A comment; two hyphens in it are written with a blank between them.
    case comment(String)
    /// A style sheet or anything else that is written as it stands, made by us and never from a user's words.
    case raw(String)
}

extension Markup: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
    public init(arrayLiteral pieces: Markup...) { self = .group(pieces) }
}

/// An element: its name, its attributes in order, what stands in it.
///
/// ```swift
/// Element("p", [("class", "note")], ["Ready ", .element(Element("b", "today"))])
/// ```
public struct Element: Sendable, Hashable {
    /// Letters, digits, `-` and `:`; not from a user's words.
    public var name: String
    /// In the order in which they are written; each name once.
    public var attributes: [Attribute]
    public var children: [Markup]

    /// A name with its value; the value is escaped when written.
    public struct Attribute: Sendable, Hashable {
        public var name: String
        public var value: String
    }

    public init(_ name: String, _ attributes: [(String, String)] = [], _ children: [Markup] = []) {
        self.name = name
        self.attributes = attributes.map(Attribute.init)
        self.children = children
    }

    /// An element that holds only text.
    public init(_ name: String, _ attributes: [(String, String)] = [], text: String) {
        self.init(name, attributes, [.text(text)])
    }

    /// The value of an attribute; `nil` when there is none of this name.
    public subscript(attribute name: String) -> String? {
        get { attributes.first { $0.name == name }?.value }
        set {
            let index = attributes.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): attributes[index].value = value
            case (let index?, nil): attributes.remove(at: index)
            case (nil, let value?): attributes.append(Attribute(name: name, value: value))
            case (nil, nil): break
            }
        }
    }
}
