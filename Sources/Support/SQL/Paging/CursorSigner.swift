internal import Crypto

/// Signs page cursors, so that one that was changed or made up is refused.
///
/// A cursor shows the values of the sort columns to whoever decodes it; it cannot be changed, but it is not secret.
public struct CursorSigner: Sendable {
    private static let tagSize = 16
    private static let version: UInt8 = 1
    private let key: SymmetricKey

    /// Signs with HMAC-SHA-256 under `key`; 32 bytes that nobody else knows.
    public init(key: [UInt8]) { self.key = SymmetricKey(key) }

    /// Signs with a key that this process made up: its cursors end with it.
    public static let ofThisProcess = CursorSigner(key: SecureRandom.bytes(count: 32))

    /// - Parameter list: what the cursor is a place in; a cursor of another list is refused.
    func sign(_ values: [SQLValue], list: [UInt8]) -> String {
        var parts = LengthPrefixed()
        for value in values { parts.append(value) }
        return Base64URL.encode([Self.version] + tag(of: parts.bytes, list: list) + parts.bytes)
    }

    func verify(_ cursor: String, list: [UInt8]) throws(SQLError) -> [SQLValue] {
        let refused = SQLError(.badCursor, "the page cursor is not one of this list; begin at the first page")
        guard let bytes = Base64URL.decode(cursor), bytes.first == Self.version, bytes.count > Self.tagSize else {
            throw refused
        }
        let payload = Array(bytes.dropFirst(1 + Self.tagSize))
        let given = Array(bytes.dropFirst().prefix(Self.tagSize))
        guard ConstantTime.equal(given, tag(of: payload, list: list)), let values = LengthPrefixed.values(in: payload)
        else { throw refused }
        return values
    }

    private func tag(of payload: [UInt8], list: [UInt8]) -> [UInt8] {
        var parts = LengthPrefixed()
        parts.append("chorestree.cursor.1")
        parts.append(list)
        parts.append(payload)
        return Array(HMACSHA256.tag(parts.bytes, key: key).prefix(Self.tagSize))
    }
}
