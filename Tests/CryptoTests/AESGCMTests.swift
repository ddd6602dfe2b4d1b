import Testing

@testable import Crypto

@Suite struct AESGCMTests {
    struct Vector: Sendable {
        let key, nonce, plaintext, additionalData, ciphertext, tag: String
    }

    /// Test cases 13, 14 and 16 of "The Galois/Counter Mode of Operation" (McGrew, Viega), which NIST adopted.
    static let vectors = [
        Vector(
            key: String(repeating: "0", count: 64), nonce: String(repeating: "0", count: 24), plaintext: "",
            additionalData: "", ciphertext: "", tag: "530f8afbc74536b9a963b4f1c4cb738b"),
        Vector(
            key: String(repeating: "0", count: 64), nonce: String(repeating: "0", count: 24),
            plaintext: String(repeating: "0", count: 32), additionalData: "",
            ciphertext: "cea7403d4d606b6e074ec5d3baf39d18", tag: "d0d1c8a799996bf0265b98b5d48ab919"),
        Vector(
            key: "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
            nonce: "cafebabefacedbaddecaf888",
            plaintext: "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
            additionalData: "feedfacedeadbeeffeedfacedeadbeefabaddad2",
            ciphertext: "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
            tag: "76fc6ece0f4e1768cddf8853bb2d551b"),
    ]

    @Test(arguments: vectors) func publishedVectors(_ vector: Vector) throws {
        let key = SymmetricKey(try #require(Hex.decode(vector.key)))
        let nonce = try #require(Hex.decode(vector.nonce))
        let plaintext = try #require(Hex.decode(vector.plaintext))
        let data = try #require(Hex.decode(vector.additionalData))
        let sealed = try AESGCM.seal(plaintext, key: key, nonce: nonce, additionalData: data)
        #expect(Hex.encode(sealed) == vector.ciphertext + vector.tag)
        #expect(try AESGCM.open(sealed, key: key, nonce: nonce, additionalData: data) == plaintext)
    }

    @Test func everyFlippedBitIsNoticed() throws {
        let key = SymmetricKey.random()
        let nonce = SecureRandom.bytes(count: 12)
        let sealed = try AESGCM.seal(Array("chores".utf8), key: key, nonce: nonce, additionalData: [1])
        for bit in 0..<(sealed.count * 8) {
            var changed = sealed
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(throws: CryptoError(.authentication, "the sealed bytes are not what was sealed")) {
                try AESGCM.open(changed, key: key, nonce: nonce, additionalData: [1])
            }
        }
        #expect(throws: CryptoError.self) { try AESGCM.open(sealed, key: key, nonce: nonce, additionalData: [2]) }
        #expect(throws: CryptoError.self) { try AESGCM.open(sealed, key: .random(), nonce: nonce, additionalData: [1]) }
    }

    @Test func wrongSizesAreRefused() {
        let key = SymmetricKey.random()
        let short = SymmetricKey([1, 2, 3])
        #expect(code { try AESGCM.seal([], key: short, nonce: Array(repeating: 0, count: 12)) } == .badKey)
        #expect(code { try AESGCM.seal([], key: key, nonce: [1]) } == .badNonce)
        #expect(code { try AESGCM.open([1], key: key, nonce: Array(repeating: 0, count: 12)) } == .malformed)
    }

    private func code(_ body: () throws -> [UInt8]) -> CryptoError.Code? {
        do {
            _ = try body()
            return nil
        } catch { return (error as? CryptoError)?.code }
    }
}
