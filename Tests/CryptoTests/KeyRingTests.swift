import Testing

@testable import Crypto

@Suite struct KeyRingTests {
    static let old = Base64.encode(Array(repeating: 1, count: 32))
    static let new = Base64.encode(Array(repeating: 2, count: 32))

    @Test func theNewestSealsAndTheOldOneStillOpens() throws {
        let before = try KeyRing(configuration: "2024:\(Self.old)")
        let after = try KeyRing(configuration: "2024:\(Self.old), 2025:\(Self.new)")
        let sealed = try before.seal(Array("secret".utf8), additionalData: [7])
        #expect(try after.open(sealed, additionalData: [7]) == Array("secret".utf8))
        #expect(after.newestID == "2025")
        let again = try after.seal(Array("secret".utf8), additionalData: [7])
        #expect(try KeyRing.keyID(of: again) == "2025")
        #expect(throws: CryptoError.self) { try before.open(again, additionalData: [7]) }
    }

    @Test func twoSealingsDiffer() throws {
        let ring = try KeyRing(configuration: "a:\(Self.old)")
        #expect(try ring.seal([1], additionalData: []) != ring.seal([1], additionalData: []))
    }

    @Test func theEnvelopeIsFixed() throws {
        let ring = try KeyRing(configuration: "k1:\(Self.old)")
        let sealed = try ring.seal([], additionalData: [], nonce: Array(repeating: 9, count: 12))
        #expect(
            Array(sealed.prefix(16)) == [1, 2, UInt8(ascii: "k"), UInt8(ascii: "1")] + Array(repeating: 9, count: 12))
        #expect(sealed.count == 32)
    }

    @Test func anotherKeyIDInTheHeadIsNoticed() throws {
        let ring = try KeyRing(configuration: "k1:\(Self.old),k2:\(Self.old)")
        var sealed = try ring.seal([1, 2, 3], additionalData: [])
        sealed[3] = UInt8(ascii: "1")
        #expect(try KeyRing.keyID(of: sealed) == "k1")
        #expect(throws: CryptoError.self) { try ring.open(sealed, additionalData: []) }
    }

    @Test(arguments: [
        "", "nocolon", "a:", "a:!!!", "a:AAAA", ":\(old)", "a b:\(old)", "a:\(old),a:\(new)", "a:\(old),",
        "\(String(repeating: "x", count: 33)):\(old)",
    ])
    func badListsAreRefusedWithoutRepeatingTheKey(_ text: String) {
        do {
            _ = try KeyRing(configuration: text)
            Issue.record("accepted")
        } catch {
            #expect(error.code == .badConfiguration || error.code == .badKey)
            #expect(!error.description.contains(Self.old))
        }
    }

    @Test(arguments: [[], [1], [2, 1, 97], [1, 1, 97, 0], [1, 0] + Array(repeating: 0, count: 40)] as [[UInt8]])
    func malformedEnvelopesAreRefused(_ bytes: [UInt8]) throws {
        let ring = try KeyRing(configuration: "a:\(Self.old)")
        #expect(throws: CryptoError.self) { try ring.open(bytes, additionalData: []) }
    }

    @Test func nothingPrintsAKey() throws {
        let ring = try KeyRing(configuration: "a:\(Self.old)")
        var dumped = "\(ring) \(SymmetricKey([42, 42]))"
        dump(ring, to: &dumped)
        dump(SymmetricKey([42, 42]), to: &dumped)
        debugPrint(SymmetricKey([42, 42]), to: &dumped)
        #expect(!dumped.contains("42") && !dumped.contains("[1"))
        #expect("\(CryptoError(.badKey, "x"))" == "badKey: x")
    }
}
