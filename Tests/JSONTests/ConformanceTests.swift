import Testing

@testable import JSON

@Suite struct ConformanceTests {
    @Test func roundTripsTheStandardTypes() throws {
        func roundTrip<T: JSONCodable & Equatable>(_ value: T, _ text: String) throws {
            #expect(JSON.encodeToString(value) == text)
            #expect(try JSON.decode(T.self, from: text) == value)
        }
        try roundTrip(Int.min, "-9223372036854775808")
        try roundTrip(Int8(-5), "-5")
        try roundTrip(Int16(-500), "-500")
        try roundTrip(Int32.max, "2147483647")
        try roundTrip(Int64.max, "9223372036854775807")
        try roundTrip(UInt(0), "0")
        try roundTrip(UInt8.max, "255")
        try roundTrip(UInt16.max, "65535")
        try roundTrip(UInt32.max, "4294967295")
        try roundTrip(UInt64.max, "18446744073709551615")
        try roundTrip(0.1, "0.1")
        try roundTrip(-0.0, "-0.0")
        try roundTrip(1e300, "1e+300")
        try roundTrip(Float(0.1), "0.1")
        try roundTrip(true, "true")
        try roundTrip(false, "false")
        try roundTrip("héllo\n", #""héllo\n""#)
        try roundTrip(Int?.none, "null")
        try roundTrip(Int?.some(3), "3")
        try roundTrip([Int](), "[]")
        try roundTrip([[1, 2], [], [3]], "[[1,2],[],[3]]")
        try roundTrip([1, nil, 3], "[1,null,3]")
        try roundTrip([String: Int](), "{}")
        try roundTrip(["b": [2], "a": [1]], #"{"a":[1],"b":[2]}"#)
    }

    @Test func namesTheElementThatDoesNotFit() {
        func path<T: JSONDecodable>(_ type: T.Type, _ text: String) -> String? {
            failure(text) { json throws(JSONError) in _ = try T(json: json) }?.path
        }
        #expect(path([Int].self, #"[1,"x"]"#) == "[1]")
        #expect(path([String: [Bool?]].self, #"{"a":[true],"b":[true,null,1]}"#) == "b[2]")
        #expect(path([Int].self, "{}") == "")
    }

    struct Colour: JSONRawValue, JSONKeyCodable {
        let rawValue: String
        init(rawValue: String) { self.rawValue = rawValue }
        static let red = Self(rawValue: "red")
    }

    struct Kind: JSONRawValue {
        let rawValue: Int
        init(rawValue: Int) { self.rawValue = rawValue }
        static let text = Self(rawValue: 0)
    }

    @Test func keepsAnUnknownValueOfAnOpenEnumeration() throws {
        #expect(try JSON.decode([Colour].self, from: #"["red","infra"]"#) == [.red, Colour(rawValue: "infra")])
        #expect(try JSON.decode([Kind].self, from: "[0,99]") == [.text, Kind(rawValue: 99)])
        #expect(JSON.encodeToString([Kind.text, Kind(rawValue: 99)]) == "[0,99]")
        #expect(JSON.encodeToString(Colour(rawValue: "infra")) == #""infra""#)
        #expect(failure(#""0""#) { json throws(JSONError) in _ = try Kind(json: json) }?.code == .typeMismatch)
        #expect(failure("0") { json throws(JSONError) in _ = try Colour(json: json) }?.code == .typeMismatch)
    }

    struct Even: JSONKeyCodable {
        let number: Int
        init(_ number: Int) { self.number = number }
        init?(jsonKey: JSONKey) {
            guard let number = Int(jsonKey.string), number.isMultiple(of: 2) else { return nil }
            self.number = number
        }
        var jsonKey: String { "\(number)" }
    }

    @Test func keysADictionaryByATypeOfItsOwn() throws {
        #expect(
            try JSON.decode([Colour: Int].self, from: #"{"red":1,"infra":2}"#) == [
                .red: 1, Colour(rawValue: "infra"): 2,
            ])
        #expect(JSON.encodeToString([Colour.red: 1]) == #"{"red":1}"#)
        #expect(try JSON.decode([Even: Int].self, from: #"{"2":1}"#) == [Even(2): 1])
        #expect(JSON.encodeToString([Even(4): 1, Even(2): 0]) == #"{"2":0,"4":1}"#)
        let error = failure(#"{"2":1,"3":1}"#) { json throws(JSONError) in _ = try [Even: Int](json: json) }
        #expect(error?.code == .invalidValue)
        #expect(error?.path == "3")
    }

    @Test func tellsKeepFromClearFromSet() throws {
        #expect(try JSON.decode([Patch<Int>].self, from: "[null,1]") == [.clear, .set(1)])
        #expect(JSON.encodeToString([Patch<Int>.clear, .set(1), .keep]) == "[null,1,null]")
        #expect(Patch.set(1).value == 1)
        #expect(Patch<Int>.clear.value == nil)
        #expect(Patch<Int>.keep.isKeep)
        #expect(!Patch<Int>.clear.isKeep)
        #expect(Patch(settingOrClearing: 1) == .set(1))
        #expect(Patch<Int>(settingOrClearing: nil) == .clear)
        #expect(Patch(settingOrKeeping: 1) == .set(1))
        #expect(Patch<Int>(settingOrKeeping: nil) == .keep)
        #expect(Patch.keep.applied(to: 5) == 5)
        #expect(Patch.clear.applied(to: 5) == nil)
        #expect(Patch.set(6).applied(to: 5) == 6)
        #expect(Set([Patch<Int>.keep, .clear, .set(1), .keep]).count == 3)
        #expect(failure(#""x""#) { json throws(JSONError) in _ = try Patch<Int>(json: json) }?.code == .typeMismatch)
    }
}
