import Testing

@testable import Transport

@Suite struct MultipartFormTests {
    static let type = "multipart/form-data; boundary=xyz"

    static func parse(_ text: String, type: String = type, limits: MultipartForm.Limits = .init()) throws
        -> MultipartForm
    {
        try MultipartForm.parse(Array(text.utf8), contentType: type, limits: limits)
    }

    @Test func readsWhatDiscordsClientsSend() throws {
        let form = try Self.parse(
            """
            --xyz\r
            Content-Disposition: form-data; name="payload_json"\r
            Content-Type: application/json\r
            \r
            {"content":"--xyz is fine here"}\r
            --xyz\r
            content-disposition: FORM-DATA ; filename="a\\"b\\\\c;.png" ; name="files[0]";\r
            X-Other: 1\r
            \r
            \r
            line\r
            \r
            --xyz\r
            Content-Disposition: form-data; name=plain; filename="x"; filename*=UTF-8''%C3%BC.txt\r
            \r
            \r
            --xyz--\r

            """)
        #expect(form.parts.count == 3)
        #expect(form["payload_json"]?.contentType == "application/json")
        #expect(form["payload_json"]?.body == Array(#"{"content":"--xyz is fine here"}"#.utf8))
        #expect(form["files[0]"]?.filename == "a\"b\\c;.png")
        #expect(form["files[0]"]?.body == Array("\r\nline\r\n".utf8))
        #expect(form["plain"] == MultipartForm.Part(name: "plain", filename: "ü.txt", body: []))
        #expect(form["absent"] == nil)
    }

    @Test func anEmptyFormAndABoundaryInQuotesAreRead() throws {
        #expect(try Self.parse("--a b--", type: #"Multipart/Form-Data; charset=x; boundary="a b""#).parts.isEmpty)
    }

    @Test(arguments: [
        "", "--xyz", "--xy", "--xyz-", "x--xyz--", "\r\n--xyz--", "--xyz\n\n--xyz--", "--xyz--\r\nepilogue",
        "--xyz--\r",
        "--xyz\r\n\r\nno name\r\n--xyz--", "--xyz\r\nContent-Disposition: form-data\r\n\r\na\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=\"\"\r\n\r\na\r\n--xyz--",
        "--xyz\r\nContent-Disposition: attachment; name=a\r\n\r\na\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\nno end",
        "--xyz\r\nContent-Disposition: form-data; name=a\r\nno colon\r\n\r\na\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=a\r\n folded: 1\r\n\r\na\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=a\r\nX: \u{1}\r\n\r\na\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b\r\n\r\na\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\r\n\r\na\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"b\r\n\r\na\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\na\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=a; file name=b\r\n\r\na\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=a; x\r\n\r\na\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=\r\n\r\na\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=a; filename*=latin1''b\r\n\r\na\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=a; filename*=UTF-8''%f\r\n\r\na\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=a\r\n",
        "--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n--xyzz",
    ])
    func aMalformedFormIsRefused(text: String) {
        let error = #expect(throws: TransportError.self) { try Self.parse(text) }
        #expect(error?.code == .malformedForm)
    }

    @Test(arguments: [
        "application/json", "multipart/form-data", "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"a \"", "multipart/form-data; boundary=a\u{e9}",
        "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
    ])
    func aTypeWithoutAUsableBoundaryIsRefused(type: String) {
        #expect(throws: TransportError.self) { try Self.parse("--xyz--", type: type) }
    }

    @Test func limitsHold() throws {
        let part = "--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\n1234\r\n"
        var limits = MultipartForm.Limits()
        limits.parts = 2
        limits.partBytes = 4
        limits.fieldBytes = 45
        #expect(try Self.parse(part + part + "--xyz--", limits: limits).parts.count == 2)
        #expect(throws: TransportError.self) { try Self.parse(part + part + part + "--xyz--", limits: limits) }
        limits.partBytes = 3
        let tooLarge = #expect(throws: TransportError.self) { try Self.parse(part + "--xyz--", limits: limits) }
        #expect(tooLarge?.code == .bodyTooLarge && tooLarge?.number == 3)
        limits.partBytes = 4
        limits.fieldBytes = 20
        let fields = #expect(throws: TransportError.self) { try Self.parse(part + "--xyz--", limits: limits) }
        #expect(fields?.code == .headersTooLarge && fields?.number == 20)
    }

    /// Counts up, so that the first boundaries are known.
    struct Counting: RandomNumberGenerator {
        var value: UInt64 = 0
        mutating func next() -> UInt64 {
            value &+= 0x0123_4567_89AB_CDEF
            return value
        }
    }

    @Test func whatIsWrittenIsRead() throws {
        var generator = Counting()
        let form = MultipartForm([
            .init(name: "payload_json", contentType: "application/json", body: Array("{}".utf8)),
            .init(name: "files[0]", filename: "ünï.png", contentType: "image/png", body: [0, 13, 10, 45, 45, 255]),
            .init(name: "empty", body: []),
        ])
        let (type, body) = form.encoded(using: &generator)
        #expect(try MultipartForm.parse(body, contentType: type) == form)
    }

    @Test func aBoundaryThatOccursInAPartIsNotUsed() throws {
        var generator = Counting()
        let first = MultipartForm().encoded(using: &generator).contentType.split(separator: "=")[1]
        generator = Counting()
        let form = MultipartForm([.init(name: "a", body: Array("\r\n--\(first)--".utf8))])
        let (type, body) = form.encoded(using: &generator)
        #expect(!type.contains(first))
        #expect(try MultipartForm.parse(body, contentType: type) == form)
    }

    @Test func namesCannotBreakOut() throws {
        var generator = Counting()
        let form = MultipartForm([
            .init(name: "a\"; x=\"", filename: "b\r\nX: 1", contentType: "text/plain\r\nX: 1", body: [1])
        ])
        let (type, body) = form.encoded(using: &generator)
        let read = try MultipartForm.parse(body, contentType: type)
        #expect(read.parts == [.init(name: "a%22; x=%22", filename: "b%0D%0AX: 1", body: [1])])
    }
}
