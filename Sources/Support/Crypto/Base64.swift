/// Base64 of RFC 4648 §4, with padding; decoding is strict.
package enum Base64 {
    package static func encode(_ bytes: [UInt8]) -> String { Base64Alphabet.standard.encode(bytes, padded: true) }

    /// Nil when the text holds a foreign character, wrong padding or bits that no encoder writes.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        Base64Alphabet.standard.decode(Array(text.utf8), padded: true)
    }
}

/// Base64 with the URL-safe alphabet of RFC 4648 §5, without padding; decoding is strict.
package enum Base64URL {
    package static func encode(_ bytes: [UInt8]) -> String { Base64Alphabet.urlSafe.encode(bytes, padded: false) }

    /// Nil when the text holds a foreign character, padding or bits that no encoder writes.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        Base64Alphabet.urlSafe.decode(Array(text.utf8), padded: false)
    }
}

/// The 64 characters of one alphabet and their way back.
struct Base64Alphabet: Sendable {
    static let standard = Base64Alphabet("+/")
    static let urlSafe = Base64Alphabet("-_")
    private static let padding = UInt8(ascii: "=")
    private static let foreign: UInt8 = 0xff

    private let characters: [UInt8]
    private let values: [UInt8]

    private init(_ lastTwo: String) {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        characters = Array((letters + letters.lowercased() + "0123456789" + lastTwo).utf8)
        var values = [UInt8](repeating: Self.foreign, count: 256)
        for (value, character) in characters.enumerated() { values[Int(character)] = UInt8(value) }
        self.values = values
    }

    func encode(_ bytes: [UInt8], padded: Bool) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var group: UInt32 = 0
            for offset in 0..<3 { group = group << 8 | (offset < count ? UInt32(bytes[start + offset]) : 0) }
            for position in 0..<4 {
                if position <= count {
                    text.append(characters[Int(group >> (18 - 6 * UInt32(position)) & 0x3f)])
                } else if padded {
                    text.append(Self.padding)
                }
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    func decode(_ text: [UInt8], padded: Bool) -> [UInt8]? {
        var text = text[...]
        if padded {
            guard text.count % 4 == 0 else { return nil }
            for _ in 0..<2 where text.last == Self.padding { text.removeLast() }
        }
        guard text.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count * 3 / 4)
        var group: UInt32 = 0
        var bits: UInt32 = 0
        for character in text {
            let value = values[Int(character)]
            guard value != Self.foreign else { return nil }
            group = group << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: group >> bits))
                group &= (1 << bits) - 1
            }
        }
        return group == 0 ? bytes : nil
    }
}
