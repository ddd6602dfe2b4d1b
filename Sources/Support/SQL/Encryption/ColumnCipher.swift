package import Crypto

/// Seals the values of encrypted columns with a key ring.
///
/// What is sealed is bound to its place: table, column and primary key are authenticated with it, so that a value
/// copied into another row or column does not open there.
public struct ColumnCipher: Sendable {
    private enum Kind: UInt8 {
        case text = 1
        case blob = 2
    }

    private let keys: KeyRing

    /// Seals with the newest key of `keys` and opens with all of them.
    package init(_ keys: KeyRing) { self.keys = keys }

    /// The sealed bytes of a text or of bytes; null stays null.
    ///
    /// - Parameter key: the row's primary key.
    public func seal(_ value: SQLValue, table: String, column: String, key: SQLValue) throws(SQLError) -> SQLValue {
        let plaintext: [UInt8]
        switch value {
        case .null: return .null
        case .text(let text): plaintext = [Kind.text.rawValue] + Array(text.utf8)
        case .blob(let bytes): plaintext = [Kind.blob.rawValue] + bytes
        case .integer, .real:
            throw SQLError(.encryption, "\(table).\(column): only text and bytes can be encrypted")
        }
        do {
            return .blob(
                try keys.seal(plaintext, additionalData: Self.place(table: table, column: column, key: key)))
        } catch {
            throw SQLError(.encryption, "\(table).\(column) cannot be sealed: \(error)")
        }
    }

    /// The text or bytes that were sealed for this place.
    ///
    /// - Throws: `.encryption` when the value was changed, belongs to another place, or its key is not in the ring.
    public func open(
        _ value: SQLValue, as type: ColumnType, table: String, column: String, key: SQLValue
    ) throws(SQLError) -> SQLValue {
        if value.isNull { return .null }
        guard case .blob(let envelope) = value else {
            throw SQLError(.encryption, "\(table).\(column) is not sealed")
        }
        let plaintext: [UInt8]
        do {
            plaintext = try keys.open(
                envelope, additionalData: Self.place(table: table, column: column, key: key))
        } catch {
            throw SQLError(.encryption, "\(table).\(column) cannot be opened: \(error)")
        }
        switch (plaintext.first.flatMap(Kind.init(rawValue:)), type) {
        case (.text, .text): return .text(String(decoding: plaintext.dropFirst(), as: UTF8.self))
        case (.blob, .blob): return .blob(Array(plaintext.dropFirst()))
        default: throw SQLError(.encryption, "\(table).\(column) holds another type than \(type.rawValue)")
        }
    }

    /// True when the value is sealed with the newest key, or null; false for what a rotation still has to seal anew.
    public func isCurrent(_ value: SQLValue) -> Bool {
        guard case .blob(let envelope) = value else { return value.isNull }
        return (try? KeyRing.keyID(of: envelope)) == keys.newestID
    }

    /// The place as bytes, each part with its length in front.
    static func place(table: String, column: String, key: SQLValue) -> [UInt8] {
        var parts = LengthPrefixed()
        parts.append("chorestree.column.1")
        parts.append(table)
        parts.append(column)
        parts.append(key)
        return parts.bytes
    }
}
