import Foundation
import Testing

@testable import JSON

@Suite struct PropertyTests {
    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func readsBackEveryValueItWrites(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let value = JSONValue.random(depth: 4, using: &generator)
            let bytes = JSON.encode(value)
            let again = try JSON.decode(JSONValue.self, from: bytes)
            #expect(again == value)
            #expect(JSON.encode(again) == bytes)
            #expect(again.hashValue == value.hashValue)
            #expect(try JSON.decode(JSONValue.self, from: value.prettyPrinted) == value)
        }
    }

    @Test func writesWhatFoundationReads() throws {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<200 {
            let value = JSONValue.random(depth: 3, using: &generator)
            let data = Data(JSON.encode(value))
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed) }
        }
    }

    @Test(arguments: [7, 8] as [UInt64])
    func writesEveryIntegerOfEveryWidth(seed: UInt64) throws {
        func check<T: FixedWidthInteger & JSONCodable>(_ bits: UInt64, _ type: T.Type) throws {
            let value = T(truncatingIfNeeded: bits)
            #expect(JSON.encodeToString(value) == value.description)
            #expect(try JSON.decode(T.self, from: value.description) == value)
        }
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let bits = generator.next() >> UInt64.random(in: 0..<64, using: &generator)
            try check(bits, Int8.self)
            try check(bits, Int16.self)
            try check(bits, Int32.self)
            try check(bits, Int64.self)
            try check(bits, UInt64.self)
            var writer = JSONWriter()
            writer.write(snowflake: bits)
            #expect(
                try JSONParser().withDocument(writer.bytes) { json throws(JSONError) in try json.snowflake() } == bits)
        }
    }
}
