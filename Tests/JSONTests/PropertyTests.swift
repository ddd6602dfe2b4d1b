import Foundation
import FuzzKit
import Testing

@testable import JSON

@Suite struct PropertyTests {
    @Test func readsBackEveryValueItWrites() async {
        await Fuzz("json written and read", usually: 2_000).run { _, generator in
            let value = JSONValue.random(depth: 4, using: &generator)
            let bytes = JSON.encode(value)
            let again = try JSON.decode(JSONValue.self, from: bytes)
            try #require(again == value)
            try #require(JSON.encode(again) == bytes)
            try #require(again.hashValue == value.hashValue)
            try #require(try JSON.decode(JSONValue.self, from: value.prettyPrinted) == value)
        }
    }

    @Test func writesWhatFoundationReads() async {
        await Fuzz("json for foundation", usually: 200).run { _, generator in
            let value = JSONValue.random(depth: 3, using: &generator)
            let data = Data(JSON.encode(value))
            _ = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
        }
    }

    @Test func writesEveryIntegerOfEveryWidth() async {
        func check<T: FixedWidthInteger & JSONCodable>(_ bits: UInt64, _ type: T.Type) throws {
            let value = T(truncatingIfNeeded: bits)
            try #require(JSON.encodeToString(value) == value.description)
            try #require(try JSON.decode(T.self, from: value.description) == value)
        }
        await Fuzz("json integers", usually: 1_000).run { _, generator in
            let bits = generator.next() >> UInt64.random(in: 0..<64, using: &generator)
            try check(bits, Int8.self)
            try check(bits, Int16.self)
            try check(bits, Int32.self)
            try check(bits, Int64.self)
            try check(bits, UInt64.self)
            var writer = JSONWriter()
            writer.write(snowflake: bits)
            try #require(
                try JSONParser().withDocument(writer.bytes) { json throws(JSONError) in try json.snowflake() } == bits)
        }
    }
}
