import Testing

@testable import JSON

/// Parses a text and lends the reader.
func read<Result>(_ text: String, _ body: (JSONReader) throws(JSONError) -> Result) throws(JSONError) -> Result {
    try JSONParser().withDocument(text, body)
}

/// What `body` throws on the document, as code and path.
func failure(_ text: String, _ body: (JSONReader) throws(JSONError) -> Void) -> JSONError? {
    do throws(JSONError) {
        try read(text, body)
        return nil
    } catch {
        return error
    }
}

@Suite struct ReaderTests {
    @Test(arguments: [
        ("null", JSONReader.Kind.null), ("true", .bool), ("false", .bool), ("0", .int64), ("-1", .int64),
        ("9223372036854775807", .int64), ("9223372036854775808", .uint64), ("1.0", .double), ("1e2", .double),
        (#""""#, .string), ("[]", .array), ("{}", .object),
    ])
    func tellsWhatStandsThere(text: String, kind: JSONReader.Kind) throws {
        try read(text) { json in
            #expect(json.kind == kind)
            #expect(json.isNull == (kind == .null))
            #expect(json.isBool == (kind == .bool))
            #expect(json.isString == (kind == .string))
            #expect(json.isInteger == [.int64, .uint64].contains(kind))
            #expect(json.isNumber == [.int64, .uint64, .double].contains(kind))
            #expect(json.isArray == (kind == .array))
            #expect(json.isObject == (kind == .object))
        }
    }

    @Test func refusesEveryOtherType() {
        let samples = ["null", "true", "1", "18446744073709551615", "1.5", #""s""#, "[]", "{}"]
        func refused(_ body: (JSONReader) throws(JSONError) -> Void) -> [String] {
            samples.filter { failure($0, body)?.code == .typeMismatch }
        }
        func all(but accepted: String...) -> [String] { samples.filter { !accepted.contains($0) } }

        #expect(refused { json throws(JSONError) in _ = try json.string() } == all(but: #""s""#))
        #expect(refused { json throws(JSONError) in _ = try json.utf8() } == all(but: #""s""#))
        #expect(refused { json throws(JSONError) in _ = try json.bool() } == all(but: "true"))
        #expect(refused { json throws(JSONError) in _ = try json.int64() } == all(but: "1", "18446744073709551615"))
        #expect(refused { json throws(JSONError) in _ = try json.uint64() } == all(but: "1", "18446744073709551615"))
        #expect(
            refused { json throws(JSONError) in _ = try json.double() } == all(but: "1", "18446744073709551615", "1.5"))
        #expect(
            refused { json throws(JSONError) in _ = try json.snowflake() }
                == all(but: "1", "18446744073709551615", #""s""#))
        #expect(refused { json throws(JSONError) in _ = try json.elements() } == all(but: "[]"))
        #expect(refused { json throws(JSONError) in _ = try json.members() } == all(but: "{}"))
        #expect(refused { json throws(JSONError) in try json.forEachElement { _ in } } == all(but: "[]"))
        #expect(refused { json throws(JSONError) in try json.forEachMember { _, _ in } } == all(but: "{}"))
        #expect(refused { json throws(JSONError) in _ = try json.decode(Int.self, at: "a") } == all(but: "{}"))
        #expect(refused { json throws(JSONError) in _ = try json.decodeIfPresent(Int.self, at: "a") } == all(but: "{}"))
    }

    @Test(arguments: [
        ("null", "expected a string, found null"), ("true", "expected a string, found a boolean"),
        ("1", "expected a string, found an integer"), ("1.5", "expected a string, found a number"),
        ("[]", "expected a string, found an array"), ("{}", "expected a string, found an object"),
    ])
    func saysWhatItFound(text: String, message: String) {
        #expect(failure(text) { json throws(JSONError) in _ = try json.string() }?.message == message)
    }

    @Test func readsIntegersExactlyToTheEndsOfTheirRange() throws {
        #expect(try JSON.decode(Int64.self, from: "9223372036854775807") == .max)
        #expect(try JSON.decode(Int64.self, from: "-9223372036854775808") == .min)
        #expect(try JSON.decode(UInt64.self, from: "18446744073709551615") == .max)
        #expect(try JSON.decode(Int8.self, from: "-128") == .min)
        #expect(try JSON.decode(UInt8.self, from: "255") == .max)
    }

    @Test func refusesIntegersThatDoNotFit() {
        func code<T: JSONDecodable>(_ type: T.Type, _ text: String) -> JSONError.Code? {
            failure(text) { json throws(JSONError) in _ = try T(json: json) }?.code
        }
        #expect(code(Int8.self, "128") == .outOfRange)
        #expect(code(Int8.self, "-129") == .outOfRange)
        #expect(code(Int16.self, "32768") == .outOfRange)
        #expect(code(Int32.self, "2147483648") == .outOfRange)
        #expect(code(Int64.self, "9223372036854775808") == .outOfRange)
        #expect(code(Int.self, "9223372036854775808") == .outOfRange)
        #expect(code(UInt8.self, "256") == .outOfRange)
        #expect(code(UInt16.self, "65536") == .outOfRange)
        #expect(code(UInt32.self, "4294967296") == .outOfRange)
        #expect(code(UInt64.self, "-1") == .outOfRange)
        #expect(code(UInt.self, "-1") == .outOfRange)
        #expect(code(Int.self, "1.0") == .typeMismatch)
        #expect(code(Int.self, "1e3") == .typeMismatch)
        #expect(
            failure("300") { json throws(JSONError) in _ = try UInt8(json: json) }?.message
                == "the number does not fit an unsigned integer of 8 bits")
    }

    @Test func readsNumbersAsDoubles() throws {
        #expect(try JSON.decode(Double.self, from: "0.1") == 0.1)
        #expect(try JSON.decode(Double.self, from: "5e-324") == .leastNonzeroMagnitude)
        #expect(try JSON.decode(Double.self, from: "1.7976931348623157e308") == .greatestFiniteMagnitude)
        #expect(try JSON.decode(Double.self, from: "-0.0").sign == .minus)
        #expect(try JSON.decode(Double.self, from: "7") == 7)
        #expect(try JSON.decode(Double.self, from: "18446744073709551615") == 18_446_744_073_709_551_616)
        #expect(try JSON.decode(Double.self, from: "1e-400") == 0)
        #expect(try JSON.decode(Float.self, from: "0.5") == 0.5)
        #expect(failure("1e39") { json throws(JSONError) in _ = try Float(json: json) }?.code == .outOfRange)
    }

    @Test func readsIdentifiersFromStringsAndIntegers() throws {
        func snowflake(_ text: String) throws(JSONError) -> UInt64 {
            try read(text) { json throws(JSONError) in try json.snowflake() }
        }
        #expect(try snowflake(#""0""#) == 0)
        #expect(try snowflake(#""223456789012345678""#) == 223_456_789_012_345_678)
        #expect(try snowflake("223456789012345678") == 223_456_789_012_345_678)
        #expect(try snowflake(#""9999999999999999999""#) == 9_999_999_999_999_999_999)
        #expect(try snowflake(#""18446744073709551615""#) == .max)
        #expect(try snowflake("18446744073709551615") == .max)
    }

    @Test(arguments: [
        (#""""#, JSONError.Code.invalidValue), (#""-1""#, .invalidValue), (#""+1""#, .invalidValue),
        (#"" 1""#, .invalidValue), (#""1 ""#, .invalidValue), (#""1a""#, .invalidValue), (#""01""#, .invalidValue),
        (#""1.0""#, .invalidValue), (#""1234567890123456789a""#, .invalidValue), (#""１""#, .invalidValue),
        (#""18446744073709551616""#, .outOfRange), (#""99999999999999999999""#, .outOfRange),
        (#""100000000000000000000""#, .outOfRange), ("-1", .outOfRange),
    ])
    func refusesWhatIsNoIdentifier(text: String, code: JSONError.Code) {
        #expect(failure(text) { json throws(JSONError) in _ = try json.snowflake() }?.code == code)
    }

    @Test func comparesStringsWithoutCopyingThem() throws {
        try read(#"["abc", 1]"#) { json throws(JSONError) in
            var elements = try json.elements()
            guard let text = elements.next(), let number = elements.next() else { return }
            #expect(text.isString("abc"))
            #expect(!text.isString("abd"))
            #expect(!text.isString("ab"))
            #expect(!number.isString("1"))
            #expect(Array(try text.utf8()) == Array("abc".utf8))
            #expect(elements.next() == nil)
        }
    }

    // MARK: - Containers

    @Test func walksAnArrayPastContainersAndWideNumbers() throws {
        let kinds = try read(#"[1,[2,[3]],{"a":{"b":4}},1.5,18446744073709551615,"s",null,true,[]]"#) {
            json throws(JSONError) in
            Array(try json.elements()).map(\.kind)
        }
        #expect(kinds == [.int64, .array, .object, .double, .uint64, .string, .null, .bool, .array])
        let sum = try read("[1,2,3]") { json throws(JSONError) in
            var sum = 0
            try json.forEachElement { element throws(JSONError) in sum += try element.integer() }
            return sum
        }
        #expect(sum == 6)
    }

    @Test func walksAnObject() throws {
        try read(#"{"a":[1,{"x":2}],"":3,"\u00e9":"é"}"#) { json throws(JSONError) in
            var keys: [String] = []
            try json.forEachMember { key, _ in keys.append(key.string) }
            #expect(keys == ["a", "", "é"])
            #expect(try json.decode(Int.self, at: "") == 3)
            #expect(try json["é"]?.string() == "é")
            #expect(json["missing"] == nil)
            #expect(json["a"]?["x"] == nil)
            #expect(Array(try json.members()).map(\.key.count) == [1, 0, 2])
        }
    }

    @Test func letsTheLastOfTwoEqualKeysWin() throws {
        try read(#"{"a":1,"b":2,"a":3}"#) { json throws(JSONError) in
            #expect(try json.decode(Int.self, at: "a") == 3)
            #expect(try json.decode([String: Int].self) == ["a": 3, "b": 2])
            #expect(try JSONValue(json: json) == ["a": 3, "b": 2])
        }
    }

    @Test func tellsAbsentAndNullFromAValue() throws {
        try read(#"{"a":null,"b":2}"#) { json throws(JSONError) in
            #expect(try json.decodeIfPresent(Int.self, at: "a") == nil)
            #expect(try json.decodeIfPresent(Int.self, at: "b") == 2)
            #expect(try json.decodeIfPresent(Int.self, at: "c") == nil)
            #expect(try json.decode(Int?.self, at: "a") == nil)
        }
    }

    // MARK: - Paths

    @Test(arguments: [
        (#"{"d":{"author":{"id":true}}}"#, "d.author.id"),
        (#"{"items":[{"name":"a"},[],{"x":[1,2],"name":true}]}"#, "items[2].name"),
        (#"[[0.5,18446744073709551615,true]]"#, "[0][2]"),
        (#"true"#, ""),
        (#"{"a":1,"b":{"c":[]},"d-e_F9":true}"#, "d-e_F9"),
        (#"{"a b":true}"#, "*"),
        (#"{"x":{"line\nbreak":[true]}}"#, "x.*[0]"),
        (#"{"":true}"#, "*"),
        (#"{"é":true}"#, "*"),
        ("{\"" + String(repeating: "k", count: 64) + "\":true}", String(repeating: "k", count: 64)),
        ("{\"" + String(repeating: "k", count: 65) + "\":true}", "*"),
    ])
    func namesThePathOfAValue(text: String, path: String) throws {
        func find(_ json: JSONReader) throws(JSONError) -> String? {
            if json.isBool { return json.path }
            if json.isArray {
                for element in try json.elements() { if let path = try find(element) { return path } }
            }
            if json.isObject {
                for member in try json.members() { if let path = try find(member.value) { return path } }
            }
            return nil
        }
        #expect(try read(text, find) == path)
    }

    @Test func namesThePathOfAMissingField() {
        func missing(_ text: String, _ descend: (JSONReader) -> JSONReader?) -> String? {
            failure(text) { json throws(JSONError) in
                if let object = descend(json) { _ = try object.decode(Int.self, at: "id") }
            }?.path
        }
        #expect(missing("{}") { $0 } == "id")
        #expect(missing(#"{"d":{"author":{"name":1}}}"#) { $0["d"]?["author"] } == "d.author.id")
    }

    @Test func showsNoTextOfTheDocumentInAnError() {
        let error = failure(#"{"token":{"a secret\n":"hunter2"}}"#) { json throws(JSONError) in
            _ = try json.decode([String: [String: Int]].self)
        }
        #expect(error?.description == "type_mismatch at token.*: expected an integer, found a string")
    }

    @Test func comparesErrorsByWhatTheySay() {
        let error = JSONError(.outOfRange, path: "a", "m")
        #expect(error == JSONError(.outOfRange, path: "a", "m"))
        #expect(error != JSONError(.outOfRange, path: "b", "m"))
        #expect(Set([error, JSONError(.outOfRange, path: "a", "m")]).count == 1)
        #expect(JSONError(JSONError.Code(rawValue: "mine"), "m").description == "mine: m")
    }
}
