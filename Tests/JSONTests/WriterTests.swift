import Testing

@testable import JSON

@Suite struct WriterTests {
    private func text(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(capacity: 0)
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func putsCommasBetweenMembersAndElements() {
        let written = text { writer in
            writer.object { object in
                object.member("a", 1)
                object.key("b")
                object.array { array in
                    array.write(1)
                    array.object { _ in }
                    array.array { _ in }
                    array.writeNull()
                    array.write("x")
                }
                object.key("c")
                object.object { $0.member("d", true) }
                object.member("e", [Int]())
            }
        }
        #expect(written == #"{"a":1,"b":[1,{},[],null,"x"],"c":{"d":true},"e":[]}"#)
    }

    @Test func leavesOutWhatIsNilAndWhatIsKept() {
        let written = text { writer in
            writer.object { object in
                object.member("a", Int?.none)
                object.member("b", Int?.some(1))
                object.member("c", Patch<Int>.keep)
                object.member("d", Patch<Int>.clear)
                object.member("e", Patch<Int>.set(2))
                object.member(ready: #""f":"#, Int?.none)
                object.member(ready: #""g":"#, Int?.some(3))
                object.member(ready: #""h":"#, Patch<Int>.keep)
                object.member(ready: #""i":"#, Patch<Int>.clear)
                object.member(ready: #""j":"#, Patch<Int>.set(4))
                object.member(ready: #""k":"#, "x")
            }
        }
        #expect(written == #"{"b":1,"d":null,"e":2,"g":3,"i":null,"j":4,"k":"x"}"#)
    }

    @Test func escapesWhatJSONMustAndNothingElse() {
        #expect(text { $0.write("\"\\/\u{8}\u{9}\n\u{C}\r") } == #""\"\\/\b\t\n\f\r""#)
        #expect(
            text { $0.write("\u{0}\u{1}\u{A}\u{F}\u{10}\u{1F}\u{7F}") }
                == "\"\\u0000\\u0001\\n\\u000f\\u0010\\u001f\u{7F}\"")
        #expect(text { $0.write("é\u{2028}\u{1F600}") } == "\"é\u{2028}\u{1F600}\"")
        #expect(text { $0.object { $0.member("a\"b", 1) } } == #"{"a\"b":1}"#)
    }

    @Test func findsTheByteToEscapeAtEveryPlaceOfALongString() throws {
        for count in 0..<40 {
            for place in 0..<max(count, 1) {
                for scalar: Unicode.Scalar in ["\"", "\\", "\u{1F}", " ", "!", "é", "\u{7F}", "\u{FF}"] {
                    var scalars = [Unicode.Scalar](repeating: "a", count: count)
                    if count > 0 { scalars[place] = scalar }
                    let string = String(String.UnicodeScalarView(scalars))
                    #expect(try JSON.decode(String.self, from: JSON.encode(string)) == string)
                }
            }
        }
    }

    @Test func writesNumbers() {
        #expect(text { $0.write(Int.min) } == "-9223372036854775808")
        #expect(text { $0.write(UInt64.max) } == "18446744073709551615")
        #expect(text { $0.write(0) } == "0")
        #expect(text { $0.write(Int8(-1)) } == "-1")
        #expect(text { $0.write(UInt128.max) } == "340282366920938463463374607431768211455")
        #expect(text { $0.write(snowflake: 223_456_789_012_345_678) } == #""223456789012345678""#)
        #expect(
            text {
                $0.array {
                    $0.write(1.0); $0.write(Double.leastNonzeroMagnitude); $0.write(Float(0.1))
                }
            } == "[1.0,5e-324,0.1]")
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, .signalingNaN])
    func writesNullForWhatIsNotFiniteAndSaysSo(value: Double) {
        var writer = JSONWriter()
        writer.array { array in
            array.write(value)
            array.write(Float(value))
            array.write(1.5)
        }
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "[null,null,1.5]")
        #expect(writer.nonFiniteCount == 2)
    }

    @Test func takesReadyDocumentsAndReadyText() {
        let written = text { writer in
            writer.array { array in
                array.write(json: Array(#"{"a":1}"#.utf8))
                array.write(json: "2".utf8)
                StaticString("x\ny").withUTF8Buffer { array.write(utf8: $0) }
            }
        }
        #expect(written == #"[{"a":1},2,"x\ny"]"#)
    }

    @Test func writesAStringThatIsASliceOrBridged() {
        let long = String(repeating: "chores ", count: 20)
        #expect(text { $0.write(String(long.dropFirst(7).prefix(6))) } == #""chores""#)
    }
}
