import COpenSSL

/// Comparison whose duration tells nothing about where two secrets differ.
package enum ConstantTime {
    /// True when both hold the same bytes; the lengths themselves are not secret.
    package static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }
}
