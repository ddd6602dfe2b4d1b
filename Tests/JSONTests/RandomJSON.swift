import FuzzKit

@testable import JSON

extension JSONValue {
    /// Any value, the extremes more often than chance would have them.
    static func random(depth: Int, using generator: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 7), using: &generator) {
        case 0: .null
        case 1: .bool(.random(using: &generator))
        case 2: .int([.min, .max, 0, -1].randomElement(using: &generator) ?? 0)
        case 3: .int(Int64(truncatingIfNeeded: generator.next() >> UInt64.random(in: 0..<64, using: &generator)))
        case 4: .uint(UInt64.random(in: (1 << 63)...(.max), using: &generator))
        case 5: .double(.randomFinite(using: &generator))
        case 6: .string(.randomText(using: &generator))
        case 7:
            .array(
                (0..<Int.random(in: 0..<6, using: &generator)).map { _ in random(depth: depth - 1, using: &generator) })
        default:
            .object(
                JSONObject(
                    (0..<Int.random(in: 0..<20, using: &generator)).map { _ in
                        (.randomText(using: &generator), random(depth: depth - 1, using: &generator))
                    }))
        }
    }
}

extension Double {
    fileprivate static func randomFinite(using generator: inout SeededGenerator) -> Double {
        let value = Double(bitPattern: generator.next())
        return value.isFinite ? value : .greatestFiniteMagnitude
    }
}

extension String {
    fileprivate static func randomText(using generator: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0..<20, using: &generator) {
            let range: ClosedRange<UInt32> =
                [0...0x1F, 0x20...0x7F, 0x20...0x7F, 0x80...0x7FF, 0x800...0xD7FF, 0xE000...0xFFFF, 0x10000...0x10FFFF]
                .randomElement(using: &generator) ?? 0...0
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

/// Turns documents into what an attacker, a broken proxy or a cosmic ray would make of them.
enum Mutator {
    static let seeds: [[UInt8]] = [
        #"{"op":0,"s":42,"t":"MESSAGE_CREATE","d":{"id":"1088888888888888889","content":"Hello\n\u00e9 \ud83d\ude00"}}"#,
        #"{"id":1,"author":{"id":2,"global_name":"Ada","mfa_enabled":true,"nick":null},"tags":["a","b"],"default":null}"#,
        #"{"id":1,"author":{"id":2},"replies":[{"text":"t","likes":3,"json":4,"json_member":5}],"reactions":{"x":[1]}}"#,
        #"[0,-1,1.5,-0.0,1e10,2.5E-3,9223372036854775807,18446744073709551615,-9223372036854775808,1e308]"#,
        #"["","\"\\\/\b\f\n\r\t","\u0000\uFFFF","é😀",true,false,null,[[],{}],{"a":{"b":{"c":[]}}}]"#,
        " [ 1 , 2 , { \"a\" : \"b\" } ] \n", "\"scalar\"", "-12.5e+7", "null", "[[[[[[[[[[[[[[[[0]]]]]]]]]]]]]]]]",
    ].map { Array($0.utf8) }

    private static let tokens: [[UInt8]] =
        [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "\\udc00", "null", "true", "1e999", "-", "0",
            ".",
            "18446744073709551616", "NaN", "\u{0}", "\u{FEFF}", "\n", "\"id\":", "[[[[", "\"a\":1,\"a\":2",
        ].map { Array($0.utf8) } + [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]]

    static func document(using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = generator.pick(seeds)
        for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&bytes, using: &generator) }
        return bytes
    }

    private static func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 0..<8, using: &generator))
        switch Int.random(in: 0..<7, using: &generator) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.removeSubrange(place...)
        case 4: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 5:
            let other = generator.pick(seeds)
            let from = Int.random(in: 0...other.count, using: &generator)
            bytes.insert(contentsOf: other[from..<min(other.count, from + 12)], at: place)
        default:
            bytes.insert(contentsOf: generator.pick(tokens), at: place)
        }
    }
}
