import Formats
import Foundation
import Testing

@Suite("Addresses that may be followed")
struct LinkAddressTests {
    @Test(
        "pages on the web, and files beside the paper",
        arguments: [
            ("https://photos.example/a.jpg", "https://photos.example/a.jpg"), ("HTTP://x.example", "HTTP://x.example"),
            ("https://x.example/照片?a=1&b='", "https://x.example/%E7%85%A7%E7%89%87?a=1&b=%27"),
            ("photos/1.jpg", "photos/1.jpg"), ("../照片/店 1.JPG", "../%E7%85%A7%E7%89%87/%E5%BA%97%201.JPG"),
            ("a#b?c%d.png", "a%23b%3Fc%25d.png"),
        ])
    func sound(text: String, href: String) throws {
        let address = try #require(LinkAddress(text))
        #expect(address.href == href && address.text == text)
        #expect(try JSONDecoder().decode([LinkAddress].self, from: JSONEncoder().encode([address])) == [address])
    }

    @Test(
        "anything else makes no link",
        arguments: [
            "", " ", "none", "n/a", "yes", "javascript:alert(1)", "JavaScript:a.jpg", "java\tscript:a.jpg",
            "data:text/html,x.jpg",
            "vbscript:x.jpg", "file:///etc/passwd", "/etc/passwd.txt", "//evil.example/a.jpg", "\\\\evil\\a.jpg",
            "c:\\a.jpg",
            "c:/a.jpg", "https://", "https:///a.jpg", "http://?a.jpg", "https://bank.example@evil.example/a.jpg",
            "https://a b.example", "https://x.example/\"onclick=\"", "<b>.jpg", "a\u{0}.jpg", "a\nb.jpg", "photos/",
            ".jpg",
            "a.", String(repeating: "a", count: 2_001) + ".jpg",
        ])
    func unsound(text: String) throws {
        #expect(LinkAddress(text) == nil)
        let json = try JSONEncoder().encode([text])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([LinkAddress].self, from: json) }
    }
}
