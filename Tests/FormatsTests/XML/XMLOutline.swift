import Formats

/// A document as one line a test can compare: `Plan[Task(UID=7)]`.
///
/// Elements that hold elements have brackets, others their text in round ones.
enum XMLOutline {
    static let names = ["Plan", "Tasks", "Task", "UID", "Name", "r", "a", "b", "名称"]

    static func read(_ text: String, depthLimit: Int = 256) -> (outline: String, reader: XMLReader) {
        read(Array(text.utf8), depthLimit: depthLimit)
    }

    static func read(_ bytes: [UInt8], depthLimit: Int = 256) -> (outline: String, reader: XMLReader) {
        var reader = XMLReader(bytes, file: "plan.xml", names: XMLNames(names), depthLimit: depthLimit)
        var outline = ""
        var wasOpened = false
        while let event = reader.next() {
            switch event {
            case .open(let code):
                if wasOpened { outline += "[" } else if !outline.isEmpty { outline += " " }
                outline += name(code) + attributes(of: reader)
                wasOpened = true
            case .close:
                outline += wasOpened ? "(\(String(decoding: reader.text, as: UTF8.self)))" : "]"
                wasOpened = false
            }
        }
        return (outline, reader)
    }

    private static func name(_ code: Int) -> String { code == XMLNames.unknown ? "?" : names[code] }

    private static func attributes(of reader: XMLReader) -> String {
        names.indices.map { code in
            reader.attribute(code).map { " \(names[code])=\"\(String(decoding: $0, as: UTF8.self))\"" } ?? ""
        }.joined()
    }
}
