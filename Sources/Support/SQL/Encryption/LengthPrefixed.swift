/// Parts with their lengths in front, so that no two lists of parts give the same bytes.
struct LengthPrefixed {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ part: [UInt8]) {
        appendBigEndian(UInt32(part.count))
        bytes += part
    }

    mutating func append(_ text: String) { append(Array(text.utf8)) }

    /// A value with its kind.
    mutating func append(_ value: SQLValue) {
        switch value {
        case .null: append([0])
        case .integer(let number): append([1] + Self.bigEndian(UInt64(bitPattern: number)))
        case .real(let number): append([2] + Self.bigEndian(number.bitPattern))
        case .text(let text): append([3] + Array(text.utf8))
        case .blob(let blob): append([4] + blob)
        }
    }

    private mutating func appendBigEndian(_ number: UInt32) {
        for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    private static func bigEndian(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) }
    }

    /// Reads the values that were appended; nil when the bytes are no such list.
    static func values(in bytes: some Collection<UInt8>) -> [SQLValue]? {
        var rest = Array(bytes)[...]
        var values: [SQLValue] = []
        while !rest.isEmpty {
            guard rest.count >= 4 else { return nil }
            let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(4)
            guard length >= 1, rest.count >= length, let value = value(rest.prefix(length)) else { return nil }
            values.append(value)
            rest = rest.dropFirst(length)
        }
        return values
    }

    private static func value(_ part: ArraySlice<UInt8>) -> SQLValue? {
        let content = part.dropFirst()
        let number = content.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        switch part.first {
        case 0 where content.isEmpty: return .null
        case 1 where content.count == 8: return .integer(Int64(bitPattern: number))
        case 2 where content.count == 8: return .real(Double(bitPattern: number))
        case 3: return String(validating: content, as: UTF8.self).map(SQLValue.text)
        case 4: return .blob(Array(content))
        default: return nil
        }
    }
}
