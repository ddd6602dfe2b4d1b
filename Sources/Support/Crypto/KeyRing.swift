/// The keys that data at rest is sealed with: the newest seals, every one of them opens.
///
/// Rotating means appending a key; an old key leaves once nothing sealed with it is left.
package struct KeyRing: Sendable, CustomStringConvertible, CustomReflectable {
    /// The longest identifier of a key in bytes; it is written into every envelope.
    package static let maximumIDLength = 32
    private static let version: UInt8 = 1

    private let keys: [String: SymmetricKey]
    /// The identifiers, oldest first.
    package let ids: [String]
    /// The identifier of the key that seals.
    package let newestID: String

    /// - Parameter entries: identifier and 32-byte key, oldest first; the last one seals.
    package init(_ entries: [(id: String, key: SymmetricKey)]) throws(CryptoError) {
        guard let newest = entries.last else { throw CryptoError(.badConfiguration, "a key ring needs a key") }
        var keys: [String: SymmetricKey] = [:]
        for (position, entry) in entries.enumerated() {
            guard KeyRing.isValid(id: entry.id) else {
                throw CryptoError(
                    .badConfiguration, "key \(position + 1): an id has 1 to 32 letters, digits, '-' or '_'")
            }
            guard entry.key.byteCount == AESGCM.keySize else {
                throw CryptoError(.badKey, "key '\(entry.id)' has \(entry.key.byteCount) bytes, 32 are needed")
            }
            guard keys.updateValue(entry.key, forKey: entry.id) == nil else {
                throw CryptoError(.badConfiguration, "key id '\(entry.id)' stands twice")
            }
        }
        self.keys = keys
        ids = entries.map(\.id)
        newestID = newest.id
    }

    /// Reads `id:base64,id:base64`, oldest first; each key has 32 bytes. The error never repeats a key.
    package init(configuration: String) throws(CryptoError) {
        var entries: [(id: String, key: SymmetricKey)] = []
        for (position, part) in configuration.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
            let part = part.trimmingSpaces()
            guard let colon = part.firstIndex(of: ":") else {
                throw CryptoError(.badConfiguration, "key \(position + 1): expected id:base64")
            }
            guard let bytes = Base64.decode(part[part.index(after: colon)...].trimmingSpaces()) else {
                throw CryptoError(.badConfiguration, "key \(position + 1): not base64")
            }
            entries.append((String(part[..<colon].trimmingSpaces()), SymmetricKey(bytes)))
        }
        try self.init(entries)
    }

    /// Seals `plaintext` with the newest key.
    ///
    /// The envelope is: version (1 byte), length of the key id (1 byte), key id, nonce (12), ciphertext, tag (16).
    /// Its head is authenticated together with `additionalData`.
    package func seal(_ plaintext: [UInt8], additionalData: [UInt8]) throws(CryptoError) -> [UInt8] {
        try seal(plaintext, additionalData: additionalData, nonce: SecureRandom.bytes(count: AESGCM.nonceSize))
    }

    func seal(_ plaintext: [UInt8], additionalData: [UInt8], nonce: [UInt8]) throws(CryptoError) -> [UInt8] {
        guard let key = keys[newestID] else { throw CryptoError(.unknownKey, newestID) }
        let id = Array(newestID.utf8)
        let head = [Self.version, UInt8(id.count)] + id
        let sealed = try AESGCM.seal(plaintext, key: key, nonce: nonce, additionalData: head + additionalData)
        return head + nonce + sealed
    }

    /// Opens what `seal` returned with the same additional data.
    package func open(_ envelope: [UInt8], additionalData: [UInt8]) throws(CryptoError) -> [UInt8] {
        let id = try Self.keyID(of: envelope)
        guard let key = keys[id] else {
            throw CryptoError(.unknownKey, "sealed with key '\(id)', the ring holds \(ids.joined(separator: ", "))")
        }
        let headLength = 2 + id.utf8.count
        let bodyStart = headLength + AESGCM.nonceSize
        return try AESGCM.open(
            Array(envelope[bodyStart...]), key: key, nonce: Array(envelope[headLength..<bodyStart]),
            additionalData: envelope[..<headLength] + additionalData)
    }

    /// The identifier of the key an envelope was sealed with, to find what still needs an old key.
    package static func keyID(of envelope: [UInt8]) throws(CryptoError) -> String {
        guard envelope.count >= 2, envelope[0] == version else {
            throw CryptoError(.malformed, "not a sealed value of version \(version)")
        }
        let end = 2 + Int(envelope[1])
        guard envelope.count >= end + AESGCM.nonceSize + AESGCM.tagSize,
            let id = String(validating: envelope[2..<end], as: UTF8.self), isValid(id: id)
        else { throw CryptoError(.malformed, "the sealed value is cut short") }
        return id
    }

    private static func isValid(id: String) -> Bool {
        (1...maximumIDLength).contains(id.utf8.count)
            && id.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    package var description: String { "KeyRing(\(ids.joined(separator: ", ")))" }
    package var customMirror: Mirror { Mirror(self, children: ["ids": ids]) }
}

extension Substring {
    fileprivate func trimmingSpaces() -> Substring {
        var result = self
        while let first = result.first, first.isWhitespace { result.removeFirst() }
        while let last = result.last, last.isWhitespace { result.removeLast() }
        return result
    }
}
