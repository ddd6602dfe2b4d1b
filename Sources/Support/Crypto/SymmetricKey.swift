/// The bytes of a secret key; printing, dumping or interpolating it shows none of them.
package struct SymmetricKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// A new key from the system's random source.
    package static func random(byteCount: Int = AESGCM.keySize) -> SymmetricKey {
        SymmetricKey(SecureRandom.bytes(count: byteCount))
    }

    package var byteCount: Int { bytes.count }
    package var description: String { "SymmetricKey(***)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
