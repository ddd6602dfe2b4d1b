/// What went wrong in a cryptographic operation; its description never holds a key, a nonce or a plaintext.
package struct CryptoError: Error, Hashable, CustomStringConvertible {
    /// The kind of failure; open, so that a new kind breaks nobody.
    package struct Code: RawRepresentable, Hashable, Sendable {
        package let rawValue: String

        package init(rawValue: String) { self.rawValue = rawValue }

        /// The key has another length than the algorithm needs.
        package static let badKey = Code(rawValue: "badKey")
        /// The nonce has another length than the algorithm needs.
        package static let badNonce = Code(rawValue: "badNonce")
        /// The sealed bytes are too short or of an unknown version.
        package static let malformed = Code(rawValue: "malformed")
        /// The tag does not fit: the bytes, the additional data or the key are not those they were sealed with.
        package static let authentication = Code(rawValue: "authentication")
        /// The sealed bytes name a key that the ring does not hold.
        package static let unknownKey = Code(rawValue: "unknownKey")
        /// The configured list of keys cannot be read.
        package static let badConfiguration = Code(rawValue: "badConfiguration")
        /// OpenSSL refused an operation that cannot fail with sound input.
        package static let library = Code(rawValue: "library")
    }

    package let code: Code
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { "\(code.rawValue): \(message)" }
}
