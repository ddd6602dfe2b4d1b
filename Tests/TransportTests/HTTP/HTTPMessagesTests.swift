import Testing

@testable import Transport

@Suite struct HTTPHeadersTests {
    @Test func namesCompareWithoutCaseAndKeepTheirOrder() {
        var headers: HTTPHeaders = ["Set-Cookie": "a", "X": "1", "set-cookie": "b"]
        #expect(headers["SET-COOKIE"] == "a")
        #expect(headers.values("set-cookie") == ["a", "b"])
        #expect(headers.map(\.name) == ["Set-Cookie", "X", "set-cookie"])
        #expect(headers.count == 3 && !headers.isEmpty && headers.contains("x") && !headers.contains("y"))
        headers.set("Set-Cookie", "c")
        #expect(headers.values("set-cookie") == ["c"])
        #expect(headers.map(\.value) == ["1", "c"])
        headers.remove("absent")
        headers.remove("X")
        #expect(headers == ["set-cookie": "c"])
        #expect(headers != ["set-cookie": "C"])
        #expect(headers != [:])
    }

    @Test func tokensOfAListAreFound() {
        let headers: HTTPHeaders = ["Connection": "keep-alive,  Upgrade", "Connection": "x"]
        #expect(headers.contains("connection", token: "upgrade"))
        #expect(headers.contains("connection", token: "X"))
        #expect(!headers.contains("connection", token: "up"))
        #expect(!HTTPHeaders().contains("connection", token: ""))
    }

    @Test func descriptionHidesValues() {
        #expect("\(HTTPHeaders([("Authorization", "Bot secret")]))" == "[Authorization]")
    }

    @Test(arguments: ["a\r\nb", "a\nb", "a\0b", "a\u{7F}"])
    func aValueWithAControlCharacterIsAFault(value: String) {
        let headers: HTTPHeaders = ["Fine": "ok\tü", "X": value]
        #expect(headers.firstFault?.index == 1)
        #expect(headers.firstFault?.fault == .value)
    }

    @Test(arguments: ["", "a b", "a:", "ü", "a\r\n"])
    func aNameThatIsNoTokenIsAFault(name: String) {
        #expect(HTTPHeaders([(name, "")]).firstFault?.fault == .name)
    }
}

@Suite struct PercentCodingTests {
    @Test func everythingButUnreservedIsEscaped() {
        #expect(PercentCoding.encode("aZ0-._~ /?👍") == "aZ0-._~%20%2F%3F%F0%9F%91%8D")
        #expect(PercentCoding.decode("%F0%9f%91%8D%2F+") == "👍/+")
        #expect(PercentCoding.decode("a+b", plusIsSpace: true) == "a b")
    }

    @Test(arguments: ["%", "%4", "%4g", "%G4", "%00", "%FF", "%C3%28"])
    func brokenEscapesAreRefused(text: String) {
        #expect(PercentCoding.decode(text) == nil)
    }
}

@Suite struct QueryItemsTests {
    @Test func readsAndWrites() throws {
        let query = try #require(QueryItems.parse("a=1&&b=x+y%26&a=2&c&d=="))
        #expect(query["a"] == "1" && query.values("a") == ["1", "2"])
        #expect(query["b"] == "x y&" && query["c"] == "" && query["d"] == "=" && query["e"] == nil)
        #expect(query.encoded == "a=1&b=x%20y%26&a=2&c=&d=%3D")
        #expect(QueryItems.parse("")?.isEmpty == true)
        #expect(QueryItems(dictionaryLiteral: ("ü", "1")).encoded == "%C3%BC=1")
    }

    @Test func brokenEscapesAndTooManyItemsAreRefused() {
        #expect(QueryItems.parse("a=%") == nil)
        #expect(QueryItems.parse("%zz=1") == nil)
        let many = Array(repeating: "a=1", count: QueryItems.maximumCount)
        #expect(QueryItems.parse(many.joined(separator: "&"))?.items.count == QueryItems.maximumCount)
        #expect(QueryItems.parse((many + ["a"]).joined(separator: "&")) == nil)
    }
}

@Suite struct HTTPURLTests {
    @Test func readsTheParts() throws {
        let url = try HTTPURL("HTTPS://Discord.com/api/v10/a%20b?x=1&y=/?#gone")
        #expect(url.scheme == .https && url.scheme.isSecure && url.host == "discord.com" && url.port == 443)
        #expect(url.path == "/api/v10/a%20b" && url.query == "x=1&y=/?")
        #expect(url.target == "/api/v10/a%20b?x=1&y=/?")
        #expect(url.description == "https://discord.com/api/v10/a%20b?x=1&y=/?")
        #expect(url.origin == "https://discord.com")
        let local = try HTTPURL("ws://[::1]:80?q")
        #expect(local.host == "::1" && local.authority == "[::1]" && local.path == "/" && local.query == "q")
        let port = try HTTPURL("http://localhost:8080")
        #expect(port.authority == "localhost:8080" && port.target == "/" && port.query == nil)
        #expect(try HTTPURL("wss://a").port == 443)
    }

    @Test(arguments: [
        "", "discord.com", "/path", "ftp://a", "http://", "http:///a", "http://u@a", "http://u:p@a/", "http://a b/",
        "http://a/ b", "http://a/\r\n", "http://a/%", "http://a/%zz", "http://a?%1", "http://a?\u{1}", "http://a:0",
        "http://a:65536", "http://a:x", "http://a:", "http://[::1", "http://[]", "http://[g]", "http://[::1]x",
        "http://é.com", "http://a/é", "http://a/[", "http://a\\b",
    ])
    func aMalformedURLIsRefusedWithoutBeingShown(text: String) {
        let error = #expect(throws: TransportError.self) { try HTTPURL(text) }
        #expect(error?.code == .invalidURL)
        #expect(error?.message.hasPrefix("the URL cannot be used: ") == true)
    }
}

@Suite struct ASCIITests {
    @Test func decimalNumbersAreStrict() {
        #expect(ASCII.decimal("007".utf8) == 7)
        #expect(ASCII.decimal(String(Int.max).utf8) == .max)
        for text in ["", "-1", "+1", "1 ", "0x1", "9223372036854775808", "99999999999999999999"] {
            #expect(ASCII.decimal(text.utf8) == nil, "\(text)")
        }
    }

    @Test func trimmingLeavesTheMiddle() {
        #expect(String(ASCII.trimmed(" \t a b\t ".utf8)) == "a b")
        #expect(ASCII.trimmed(" \t".utf8).isEmpty)
    }
}

@Suite struct HTTPStatusTests {
    @Test func familiesAreClosed() {
        #expect(HTTPStatus.ok.family == "2xx" && HTTPStatus.ok.isSuccess)
        #expect(HTTPStatus.notFound.family == "4xx" && !HTTPStatus.notFound.isSuccess)
        #expect(HTTPStatus(rawValue: 999).family == "other" && HTTPStatus(rawValue: 7).family == "other")
        #expect(HTTPStatus.ok.description == "200" && HTTPMethod.get.description == "GET")
    }
}
