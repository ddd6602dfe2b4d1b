import Testing

@testable import Crypto

@Suite struct DigestTests {
    /// FIPS 180-4 examples.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func sha256(_ text: String, _ digest: String) {
        #expect(Hex.encode(SHA256.digest(text)) == digest)
        #expect(SHA256.digest(text.utf8) == SHA256.digest(text))
    }

    /// RFC 4231 §4.2, §4.3 and §4.7.
    @Test(
        arguments: [
            (
                Array(repeating: 0x0b, count: 20), "Hi There",
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                Array("Jefe".utf8), "what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                Array(repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
            ([], "", "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
        ] as [([UInt8], String, String)])
    func hmac(_ key: [UInt8], _ message: String, _ tag: String) throws {
        let computed = HMACSHA256.tag(Array(message.utf8), key: SymmetricKey(key))
        #expect(Hex.encode(computed) == tag)
        #expect(HMACSHA256.verify(computed, of: Array(message.utf8), key: SymmetricKey(key)))
        #expect(!HMACSHA256.verify(Array(computed.dropLast()), of: Array(message.utf8), key: SymmetricKey(key)))
        #expect(!HMACSHA256.verify(computed, of: Array("x".utf8), key: SymmetricKey(key)))
    }

    @Test func constantTimeEquality() {
        #expect(ConstantTime.equal([], []))
        #expect(ConstantTime.equal([1, 2], [1, 2]))
        #expect(!ConstantTime.equal([1, 2], [1, 3]))
        #expect(!ConstantTime.equal([1, 2], [1, 2, 3]))
    }

    @Test func randomBytes() {
        #expect(SecureRandom.bytes(count: 0).isEmpty)
        #expect(SecureRandom.bytes(count: 33).count == 33)
        #expect(SecureRandom.bytes(count: 32) != SecureRandom.bytes(count: 32))
    }
}
