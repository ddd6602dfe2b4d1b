import Testing

@testable import JSON

@Suite struct ValueTests {
    private let sample: JSONValue = [
        "name": "tree", "count": 3, "ratio": 0.5, "ok": true, "none": nil, "list": [1, "two", ["deep": 3]],
    ]

    @Test func readsByKeyAndIndex() {
        #expect(sample["name"]?.stringValue == "tree")
        #expect(sample["list"]?[2]?["deep"] == 3)
        #expect(sample["list"]?[3] == nil)
        #expect(sample["list"]?[-1] == nil)
        #expect(sample["name"]?[0] == nil)
        #expect(sample["name"]?["x"] == nil)
        #expect(sample["missing"] == nil)
        #expect(sample["none"]?.isNull == true)
        #expect(sample.objectValue?.keys == ["name", "count", "ratio", "ok", "none", "list"])
        #expect(sample.objectValue?.values.count == 6)
        #expect(sample["list"]?.arrayValue?.count == 3)
    }

    @Test func givesNilForEveryOtherType() {
        let all: [JSONValue] = [nil, true, 1, .uint(.max), 1.5, "s", [], [:]]
        #expect(all.map { $0.boolValue != nil } == [false, true, false, false, false, false, false, false])
        #expect(all.map { $0.intValue != nil } == [false, false, true, false, false, false, false, false])
        #expect(all.map { $0.uintValue != nil } == [false, false, true, true, false, false, false, false])
        #expect(all.map { $0.doubleValue != nil } == [false, false, true, true, true, false, false, false])
        #expect(all.map { $0.stringValue != nil } == [false, false, false, false, false, true, false, false])
        #expect(all.map { $0.arrayValue != nil } == [false, false, false, false, false, false, true, false])
        #expect(all.map { $0.objectValue != nil } == [false, false, false, false, false, false, false, true])
        #expect(JSONValue(-1).uintValue == nil)
        #expect(JSONValue.uint(5).intValue == 5)
    }

    @Test func buildsFromSwiftValues() throws {
        #expect(JSONValue(UInt64.max) == .uint(.max))
        #expect(JSONValue(UInt8(7)) == .int(7))
        #expect(JSONValue(Int32(-7)) == -7)
        #expect(JSONValue("ab".dropFirst()) == "b")
        #expect(JSONValue(true) == true)
        #expect(JSONValue(0.5) == 0.5)
        #expect(try JSONValue(encoding: ["a": [1, 2]]) == ["a": [1, 2]])
        #expect("\(1 + 1) trees" as JSONValue == "2 trees")
        struct Broken: JSONEncodable {
            func encode(to writer: inout JSONWriter) { writer.beginArray() }
        }
        #expect(throws: JSONError.self) { try JSONValue(encoding: Broken()) }
    }

    @Test func changesMembersInPlace() {
        var value = sample
        value["count"] = 4
        value["none"] = nil
        value["ok"] = .null
        value["new"] = "x"
        #expect(value.objectValue?.keys == ["name", "count", "ratio", "ok", "list", "new"])
        #expect(value["ok"]?.isNull == true)
        #expect(value["count"] == 4)
        var fresh: JSONValue = 5
        fresh["a"] = 1
        #expect(fresh == ["a": 1])
    }

    @Test func comparesByMeaning() {
        #expect(JSONValue.uint(5) == .int(5))
        #expect(JSONValue.int(5) == .uint(5))
        #expect(JSONValue.int(-1) != .uint(.max))
        #expect(JSONValue.int(1) != .double(1))
        #expect(["a": 1, "b": 2] as JSONValue == ["b": 2, "a": 1])
        #expect(["a": 1] as JSONValue != ["a": 1, "b": 2])
        #expect(["a": 1] as JSONValue != ["a": 2])
        #expect([1, 2] as JSONValue != [2, 1])
        #expect("1" as JSONValue != 1)
        let set: Set<JSONValue> = [
            nil, true, 5, .uint(5), .uint(.max), 1.5, "s", [1], ["a": 1, "b": 2], ["b": 2, "a": 1],
        ]
        #expect(set.count == 8)
    }

    @Test func keepsIntegersExact() throws {
        for text in ["9007199254740993", "9223372036854775807", "-9223372036854775808", "18446744073709551615"] {
            let value = try JSON.decode(JSONValue.self, from: text)
            #expect(value.description == text)
        }
        #expect(try JSON.decode(JSONValue.self, from: "1.0") == .double(1))
        #expect(try JSON.decode(JSONValue.self, from: "1.0").description == "1.0")
        #expect(try JSON.decode(JSONValue.self, from: "-0") == 0)
    }

    @Test func decodesTypedValuesFromAValue() throws {
        #expect(try JSON.decode([String: Int].self, from: ["a": 1] as JSONValue) == ["a": 1])
        #expect(throws: JSONError.self) { try JSON.decode([Int].self, from: ["a": 1] as JSONValue) }
    }

    @Test func printsForPeople() {
        let value: JSONValue = ["a": [1, [], [:], ["b": nil]], "c\n": "d"]
        #expect(
            value.prettyPrinted == """
                {
                  "a": [
                    1,
                    [],
                    {},
                    {
                      "b": null
                    }
                  ],
                  "c\\n": "d"
                }
                """)
        #expect(JSONValue.int(1).prettyPrinted == "1")
    }

    // MARK: - Objects

    @Test func keepsOrderAndUniquenessBeyondTheIndexedSize() {
        var object = JSONObject()
        for index in 0..<40 { object["k\(index)"] = .int(Int64(index)) }
        object["k7"] = "changed"
        #expect(object.count == 40)
        #expect(object[7].value == "changed")
        for index in stride(from: 0, to: 40, by: 2) { object["k\(index)"] = nil }
        #expect(object.keys == stride(from: 1, to: 40, by: 2).map { "k\($0)" })
        #expect(object["k39"] == 39)
        #expect(object["k0"] == nil)
        for index in 1..<40 { object["k\(index)"] = nil }
        #expect(object.isEmpty)
        object["again"] = 1
        #expect(object == ["again": 1])
    }

    @Test func takesALongObjectOfEqualKeysInLinearTime() throws {
        let text = "{" + (0..<50_000).map { #""k\#($0 % 100)":\#($0)"# }.joined(separator: ",") + "}"
        let object = try JSON.decode(JSONObject.self, from: text)
        #expect(object.count == 100)
        #expect(object["k99"] == 49_999)
        #expect(object.keys.first == "k0")
    }

    @Test func takesMembersFromASequence() {
        #expect(JSONObject([("a", 1), ("b", 2), ("a", 3)]) == ["a": 3, "b": 2])
        #expect(throws: JSONError.self) { try JSON.decode(JSONObject.self, from: "[]") }
    }
}
