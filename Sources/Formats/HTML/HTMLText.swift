/// Words of users and reports inside a page.
public enum HTMLText {
    /// Text between tags. What a browser shows is what was given; characters that no page may hold become U+FFFD.
    public static func escape(_ text: String) -> String { MarkupText.escape(text) }

    /// The value of an attribute, to stand in double quotes.
    public static func attribute(_ text: String) -> String { MarkupText.attribute(text) }
}

/// A whole page.
public enum HTMLPage {
    /// A page from its head and body, with the line that tells browsers to follow the standard.
    ///
    /// - Parameters:
    ///   - language: a tag such as `en` or `zh-Hans`.
    ///   - head: what stands in the head after the encoding and the title.
    public static func written(
        language: String, title: String, head: [Markup] = [], body: [Markup], indented: Bool = true
    ) -> String {
        let head = Element(
            "head", [],
            [.element(Element("meta", [("charset", "utf-8")])), .element(Element("title", text: title))] + head)
        let page = Element("html", [("lang", language)], [.element(head), .element(Element("body", [], body))])
        return "<!doctype html>\n" + page.written(indented: indented) + "\n"
    }
}
