/// Percent-encoding of URLs (RFC 3986 §2.1), strict in both directions.
package enum PercentCoding {
    /// `text` with every byte escaped that is not unreserved: fit for one path segment and for a query.
    package static func encode(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func append(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            if ASCII.isUnreserved(byte) {
                bytes.append(byte)
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes.append(digit(byte >> 4))
                bytes.append(digit(byte & 15))
            }
        }
    }

    /// The text that `encoded` stands for.
    ///
    /// - Parameter plusIsSpace: as in forms and queries, `+` stands for a space.
    /// - Returns: nil when an escape is cut short or not hexadecimal, when it stands for a zero byte, or when the bytes
    ///   are not UTF-8.
    package static func decode(_ encoded: some Collection<UInt8>, plusIsSpace: Bool = false) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(encoded.count)
        var rest = encoded.makeIterator()
        while let byte = rest.next() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.next().flatMap(ASCII.hexValue), let low = rest.next().flatMap(ASCII.hexValue),
                    high | low != 0
                else { return nil }
                bytes.append(high << 4 | low)
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The text that `encoded` stands for; see the other `decode`.
    package static func decode(_ encoded: some StringProtocol, plusIsSpace: Bool = false) -> String? {
        decode(encoded.utf8, plusIsSpace: plusIsSpace)
    }

    /// Two hexadecimal digits in upper case.
    static func hexDigits(_ byte: UInt8) -> String {
        String(decoding: [digit(byte >> 4), digit(byte & 15)], as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }
}
