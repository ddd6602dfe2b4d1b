import Testing

@testable import Crypto

@Suite struct TextEncodingTests {
    /// RFC 4648 §10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func base64(_ plain: String, _ encoded: String) {
        #expect(Base64.encode(Array(plain.utf8)) == encoded)
        #expect(Base64.decode(encoded) == Array(plain.utf8))
        let unpadded = String(encoded.filter { $0 != "=" })
        #expect(Base64URL.encode(Array(plain.utf8)) == unpadded)
        #expect(Base64URL.decode(unpadded) == Array(plain.utf8))
    }

    @Test func theTwoAlphabetsDiffer() {
        #expect(Base64.encode([0xfb, 0xff]) == "+/8=")
        #expect(Base64URL.encode([0xfb, 0xff]) == "-_8")
    }

    @Test(arguments: ["Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "=", "====", "Zm9v\n", "Zm 9", "-_8="])
    func badBase64(_ text: String) { #expect(Base64.decode(text) == nil) }

    @Test(arguments: ["Z", "Zg==", "Zh", "+/8", "Zm9v\n"])
    func badBase64URL(_ text: String) { #expect(Base64URL.decode(text) == nil) }

    @Test func everyLengthComesBack() {
        for count in 0..<70 {
            let bytes = SecureRandom.bytes(count: count)
            #expect(Base64.decode(Base64.encode(bytes)) == bytes)
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
            #expect(Hex.decode(Hex.encode(bytes)) == bytes)
        }
    }

    @Test(arguments: ["0", "0g", "é"]) func badHex(_ text: String) { #expect(Hex.decode(text) == nil) }

    @Test func hexReadsBothCases() { #expect(Hex.decode("aBCdef09") == [0xab, 0xcd, 0xef, 0x09]) }
}
