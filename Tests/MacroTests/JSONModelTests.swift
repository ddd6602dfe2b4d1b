import SwiftSyntaxMacros
import Testing

@testable import MacroExpansion

@Suite struct JSONModelTests {
    private func expand(
        _ source: String, conformances: [String] = ["JSONDecodable", "JSONEncodable"]
    ) -> Expansion {
        Expansion(
            source, ["JSONModel": (JSONModelMacro.self, conformances), "JSONKey": (MarkerMacro.self, [])])
    }

    /// Asserts that the source is refused with these sentences and that nothing is generated for it.
    private func expectRefusal(_ source: String, _ messages: String..., location: SourceLocation = #_sourceLocation) {
        let expansion = expand(source)
        #expect(expansion.errors == messages, sourceLocation: location)
        #expect(!expansion.text.contains("JSONReader"), sourceLocation: location)
        #expect(!expansion.text.contains("self."), sourceLocation: location)
    }

    @Test func writesDecoderEncoderAndInitializerOfAPublicStruct() {
        let expansion = expand(
            """
            @JSONModel
            public struct User {
                public let id: UserID
                public var globalName: String?
                @JSONKey("mfa_enabled") public var hasMFA: Bool = false
                public var nick: Patch<String>
            }
            """)
        #expect(expansion.errors.isEmpty)
        #expect(
            expansion.text == """
                public struct User {
                    public let id: UserID
                    public var globalName: String?
                    public var hasMFA: Bool = false
                    public var nick: Patch<String>

                    public init(id: UserID, globalName: String? = nil, hasMFA: Bool = false, nick: Patch<String> = .keep) {
                        self.id = id
                        self.globalName = globalName
                        self.hasMFA = hasMFA
                        self.nick = nick
                    }
                }

                extension User: JSONDecodable, JSONEncodable {
                    public init(json: JSONReader) throws(JSONError) {
                        var id: UserID?
                        var globalName: String? = nil
                        var hasMFA: Bool = false
                        var nick: Patch<String> = .keep
                        var jsonMembers = try json.members()
                        while let jsonMember = jsonMembers.next() {
                            switch jsonMember.key.count {
                            case 2:
                                if jsonMember.key.matches("id") {
                                    id = try jsonMember.value.decode(UserID.self)
                                }
                            case 4:
                                if jsonMember.key.matches("nick") {
                                    nick = try jsonMember.value.decode(Patch<String>.self)
                                }
                            case 11:
                                if jsonMember.key.matches("global_name") {
                                    globalName = try jsonMember.value.decode(String?.self)
                                } else if jsonMember.key.matches("mfa_enabled") {
                                    hasMFA = try jsonMember.value.decode(Bool.self)
                                }
                            default:
                                break
                            }
                        }
                        guard let id else {
                            throw jsonMembers.missing("id")
                        }
                        self.id = id
                        self.globalName = globalName
                        self.hasMFA = hasMFA
                        self.nick = nick
                    }

                    public func encode(to writer: inout JSONWriter) {
                        writer.beginObject()
                        writer.member(ready: #""id":"#, self.id)
                        writer.member(ready: #""global_name":"#, self.globalName)
                        writer.member(ready: #""mfa_enabled":"#, self.hasMFA)
                        writer.member(ready: #""nick":"#, self.nick)
                        writer.endObject()
                    }
                }
                """)
    }

    @Test func leavesTheInitializerOfAnInternalStructToTheCompiler() {
        let expansion = expand(
            """
            @JSONModel
            struct Pair<First, Second: Sendable> {
                var both: [First], json: Int
                let kind = 3
            }
            """)
        #expect(expansion.errors.isEmpty)
        #expect(
            expansion.text == """
                struct Pair<First, Second: Sendable> {
                    var both: [First], json: Int
                    let kind = 3
                }

                extension Pair: JSONDecodable, JSONEncodable where First: JSONDecodable & JSONEncodable {
                    init(json: JSONReader) throws(JSONError) {
                        var both: [First]?
                        var jsonField: Int?
                        var jsonMembers = try json.members()
                        while let jsonMember = jsonMembers.next() {
                            switch jsonMember.key.count {
                            case 4:
                                if jsonMember.key.matches("both") {
                                    both = try jsonMember.value.decode([First].self)
                                } else if jsonMember.key.matches("json") {
                                    jsonField = try jsonMember.value.decode(Int.self)
                                }
                            default:
                                break
                            }
                        }
                        guard let both else {
                            throw jsonMembers.missing("both")
                        }
                        guard let jsonField else {
                            throw jsonMembers.missing("json")
                        }
                        self.both = both
                        self.json = jsonField
                    }

                    func encode(to writer: inout JSONWriter) {
                        writer.beginObject()
                        writer.member(ready: #""both":"#, self.both)
                        writer.member(ready: #""json":"#, self.json)
                        writer.member(ready: #""kind":"#, self.kind)
                        writer.endObject()
                    }
                }
                """)
    }

    @Test func readsAStructWithoutFieldsAsAnyObject() {
        let expansion = expand(
            """
            @JSONModel
            package struct Nothing {
                static let shared: Int = 1
                var computed: Int { 1 }
                var both: Int { get { 1 } set {} }
            }
            """)
        #expect(expansion.errors.isEmpty)
        #expect(
            expansion.text == """
                package struct Nothing {
                    static let shared: Int = 1
                    var computed: Int { 1 }
                    var both: Int { get { 1 } set {} }

                    package init() {

                    }
                }

                extension Nothing: JSONDecodable, JSONEncodable {
                    package init(json: JSONReader) throws(JSONError) {
                        _ = try json.members()
                    }

                    package func encode(to writer: inout JSONWriter) {
                        writer.beginObject()
                        writer.endObject()
                    }
                }
                """)
    }

    @Test func leavesAloneWhatIsDeclaredOrConformedTo() {
        let expansion = expand(
            """
            @JSONModel
            public struct Money: JSONDecodable {
                public var cents: Int
                public init(cents: Int) { self.cents = abs(cents) }
                public init(json: JSONReader) throws(JSONError) { cents = try json.integer() }
            }
            """, conformances: ["JSONEncodable"])
        #expect(expansion.errors.isEmpty)
        #expect(expansion.text.contains("extension Money: JSONEncodable {"))
        #expect(expansion.text.components(of: "init(cents: Int") == 1)
        #expect(expansion.text.components(of: "init(json:") == 1)
        #expect(expansion.text.components(of: "func encode(to") == 1)

        let own = expand(
            """
            @JSONModel
            struct Money: JSONEncodable {
                var cents: Int
                func encode(to writer: inout JSONWriter) { writer.write(cents) }
                func encode(into writer: inout JSONWriter) {}
            }
            """, conformances: [])
        #expect(own.text.contains("extension Money {"))
        #expect(own.text.components(of: "func encode(to") == 1)
        #expect(own.text.components(of: "init(json:") == 1)
    }

    @Test(arguments: [
        ("String?", "nil"), ("Optional<String>", "nil"), ("Swift.Optional<String>", "nil"), ("Patch<Int>", ".keep"),
        ("JSON.Patch<Int>", ".keep"),
    ])
    func givesADefaultToWhatMayBeAbsent(type: String, value: String) {
        let expansion = expand("@JSONModel public struct S { var a: \(type) }")
        #expect(expansion.text.contains("public init(a: \(type) = \(value))"))
        #expect(expansion.text.contains("var a: \(type) = \(value)\n"))
    }

    @Test(arguments: ["Optional", "[Int?]", "Patch", "Maybe<Int>", "(Int?)", "A.Patch"])
    func requiresEverythingElse(type: String) {
        let expansion = expand("@JSONModel public struct S { var a: \(type) }")
        #expect(expansion.text.contains("public init(a: \(type))"))
        #expect(expansion.text.contains(#"throw jsonMembers.missing("a")"#))
    }

    @Test(arguments: [
        ("id", "id"), ("globalName", "global_name"), ("avatarURL", "avatar_url"), ("hasMFANow", "has_mfa_now"),
        ("URLString", "url_string"), ("sha256Hash", "sha256_hash"), ("x2FA", "x2_fa"),
        ("already_snake", "already_snake"),
        ("kept_Upper", "kept_upper"), ("`default`", "default"), ("a", "a"), ("aB", "a_b"), ("`", "`"),
    ])
    func writesNamesInSnakeCase(name: String, key: String) {
        if name == "`" {
            #expect(name.snakeCased == key)
        } else {
            #expect(expand("@JSONModel struct S { var \(name): Int }").text.contains(#"matches("\#(key)")"#))
        }
    }

    @Test func escapesAKeyForSwiftAndForJSON() {
        let text = expand(##"@JSONModel struct S { @JSONKey(#"a"\b"#) var a: Int; @JSONKey("\t") var b: Int }"##).text
        #expect(text.contains(##"matches(#"a"\b"#)"##))
        #expect(text.contains(##"member(ready: #""a\"\\b":"#, self.a)"##))
        #expect(text.contains(##"member(ready: #""\u0009":"#, self.b)"##))
        #expect(text.contains("case 4:"))
    }

    // MARK: - Refusals

    @Test func refusesWhatIsNoStruct() {
        expectRefusal("@JSONModel class C { var a: Int = 0 }", "@JSONModel works on a struct")
        expectRefusal("@JSONModel actor A { var a: Int = 0 }", "@JSONModel works on a struct")
        expectRefusal(
            "@JSONModel enum E: String { case a }",
            "@JSONModel works on a struct; a closed list of values loses the unknown ones, use a JSONRawValue struct")
    }

    @Test func refusesAPropertyWithoutAType() {
        expectRefusal(
            "@JSONModel public struct S { var a = 1; var b: Int, c = 2 }",
            "write the type of 'a': a macro cannot see an inferred one",
            "write the type of 'c': a macro cannot see an inferred one")
    }

    @Test func takesOneTypeForSeveralNames() {
        let text = expand("@JSONModel public struct S { var a, b: Int, c: String }").text
        #expect(text.contains("public init(a: Int, b: Int, c: String)"))
    }

    @Test func refusesPropertiesItCannotRead() {
        expectRefusal(
            "@JSONModel struct S { var (a, b): (Int, Int) = (1, 2) }",
            "@JSONModel reads one property per name, not a tuple")
        expectRefusal("@JSONModel struct S { lazy var a: Int = 1 }", "@JSONModel cannot read a lazy property")
        expectRefusal(
            """
            @JSONModel struct S {
                #if DEBUG
                    var a: Int
                    func f() {}
                    var computed: Int { 1 }
                #endif
            }
            """, "@JSONModel cannot read a stored property inside #if")
    }

    @Test func refusesAKeyItCannotUse() {
        expectRefusal(
            #"@JSONModel struct S { @JSONKey("a\(1)") var a: Int }"#, "@JSONKey takes one plain string literal")
        expectRefusal("@JSONModel struct S { @JSONKey(name) var a: Int }", "@JSONKey takes one plain string literal")
        expectRefusal("@JSONModel struct S { @JSONKey var a: Int }", "@JSONKey takes one plain string literal")
        expectRefusal(
            #"@JSONModel struct S { @JSONKey("x") var a, b: Int }"#,
            "peer macro can only be applied to a single variable", #"'a' and 'b' have the same key "x""#)
        expectRefusal(
            #"@JSONModel struct S { @JSONKey("x") var a: Int { 1 } }"#, "@JSONKey belongs on a stored property")
        expectRefusal(
            #"@JSONModel struct S { @JSONKey("x") static var a: Int = 1 }"#, "@JSONKey belongs on a stored property")
    }

    @Test func refusesTwoPropertiesWithOneKey() {
        expectRefusal(
            #"@JSONModel public struct S { var a: Int; @JSONKey("a") var b: Int }"#,
            #"'a' and 'b' have the same key "a""#)
    }
}

extension String {
    /// How often a piece stands in the text.
    fileprivate func components(of piece: String) -> Int { ranges(of: piece).count }
}
