import SwiftSyntaxMacros
import Testing

@testable import MacroExpansion

@Suite struct EntityTests {
    private func expand(_ source: String, conformances: [String] = ["Entity"]) -> Expansion {
        var macros: [String: (macro: any Macro.Type, conformances: [String])] = [
            "Entity": (EntityMacro.self, conformances)
        ]
        for marker in EntityDeclaration.markers { macros[marker] = (MarkerMacro.self, []) }
        return Expansion(source, macros)
    }

    /// Asserts that the source is refused with these sentences and that nothing is generated for it.
    private func expectRefusal(_ source: String, _ messages: String..., location: SourceLocation = #_sourceLocation) {
        let expansion = expand(source)
        #expect(expansion.errors == messages, sourceLocation: location)
        #expect(!expansion.text.contains("EntitySchema"), sourceLocation: location)
        #expect(!expansion.text.contains("self."), sourceLocation: location)
    }

    @Test func writesTheConformanceOfAPublicStruct() {
        let expansion = expand(
            """
            @Entity(table: "tasks")
            public struct ChoreTask {
                @PrimaryKey public let id: TaskID
                @Index public var guildID: UInt64
                @Column("title") public var name: String
                @Encrypted public var notes: String?
                @Version public var version: Int = 1
                public var isOpen: Bool { true }
            }
            """)
        #expect(expansion.errors.isEmpty)
        #expect(
            expansion.text == """
                public struct ChoreTask {
                    public let id: TaskID
                    public var guildID: UInt64
                    public var name: String
                    public var notes: String?
                    public var version: Int = 1
                    public var isOpen: Bool { true }

                    public init(id: TaskID, guildID: UInt64, name: String, notes: String? = nil, version: Int = 1) {
                        self.id = id
                        self.guildID = guildID
                        self.name = name
                        self.notes = notes
                        self.version = version
                    }
                }

                extension ChoreTask: Entity {
                    public typealias Key = TaskID

                    public static let schema = EntitySchema(
                        table: "tasks",
                        columns: [
                            EntityColumn("id", TaskID.self, [.primaryKey]),
                            EntityColumn("guild_id", UInt64.self, [.indexed]),
                            EntityColumn("title", String.self),
                            EntityColumn("notes", String?.self, [.encrypted]),
                            EntityColumn("version", Int.self, [.version]),
                        ]
                    )

                    public init(row: Row) throws(SQLError) {
                        self.id = try row.value("id", hint: 0)
                        self.guildID = try row.value("guild_id", hint: 1)
                        self.name = try row.value("title", hint: 2)
                        self.notes = try row.value("notes", hint: 3)
                        self.version = try row.value("version", hint: 4)
                    }

                    public var columnValues: [SQLValue] {
                        [
                            self.id.sqlValue,
                            self.guildID.sqlValue,
                            self.name.sqlValue,
                            self.notes.sqlValue,
                            self.version.sqlValue,
                        ]
                    }
                }
                """)
    }

    @Test func leavesTheInitializerToTheCompilerOrToWhoeverWroteIt() {
        let plain = expand(
            #"@Entity(table: "t") struct T { @PrimaryKey var id: Int; @Index(unique: true) var a, b: Int }"#)
        #expect(!plain.text.contains("init(id"))
        #expect(plain.text.contains(#"EntityColumn("a", Int.self, [.unique])"#))
        #expect(plain.text.contains("static let schema"))
        let own = expand(
            #"@Entity(table: "t") package struct T { @PrimaryKey package var id: Int; package init(id: Int) { self.id = id } }"#
        )
        #expect(own.text.ranges(of: "init(id: Int)").count == 1)
        #expect(own.text.contains("package static let schema"))
        let both = expand(#"@JSONModel @Entity(table: "t") public struct T { @PrimaryKey public var id: Int }"#)
        #expect(!both.text.contains("init(id: Int)"))
    }

    @Test func addsNoConformanceThatIsThereAlready() {
        let expansion = expand(#"@Entity(table: "t") struct T: Entity { @PrimaryKey var id: Int }"#, conformances: [])
        #expect(expansion.text.contains("extension T {"))
    }

    @Test func readsWhatIsStoredAndNothingElse() {
        let expansion = expand(
            """
            @Entity(table: "t") struct T {
                static let shared = 1
                @SQL.PrimaryKey var `default`: Int
                var computed: Int { get { 1 } set {} }
                var observed: Int { didSet {} }
            }
            """)
        #expect(expansion.errors.isEmpty)
        #expect(expansion.text.contains(#"EntityColumn("default", Int.self, [.primaryKey])"#))
        #expect(expansion.text.contains("self.`default` = try row.value("))
        #expect(expansion.text.contains(#""observed""#) && !expansion.text.contains(#""computed""#))
    }

    // MARK: - Refusals

    @Test func refusesWhatIsNoPlainStruct() {
        expectRefusal(#"@Entity(table: "t") class C { var a: Int = 0 }"#, "@Entity works on a struct")
        expectRefusal(#"@Entity(table: "t") enum E { case a }"#, "@Entity works on a struct")
        expectRefusal(
            #"@Entity(table: "t") struct T<A> { @PrimaryKey var id: Int }"#,
            "@Entity works on a struct without generics")
    }

    @Test(arguments: [#"@Entity(table: "")"#, #"@Entity(table: "a\(1)")"#, "@Entity(table: name)", "@Entity"])
    func refusesATableItCannotRead(attribute: String) {
        expectRefusal(
            "\(attribute) struct T { @PrimaryKey var id: Int }",
            "@Entity takes the table's name as one plain string literal")
    }

    @Test func refusesKeysThatAreNone() {
        expectRefusal(#"@Entity(table: "t") struct T { var a: Int }"#, "an entity needs a property with @PrimaryKey")
        expectRefusal(
            #"@Entity(table: "t") struct T { @PrimaryKey var a: Int; @PrimaryKey var b: Int }"#,
            "'a' and 'b' cannot all be the primary key")
        expectRefusal(
            #"@Entity(table: "t") struct T { @PrimaryKey var a: Int? }"#, "'a' can be nil, which a primaryKey cannot")
        expectRefusal(
            #"@Entity(table: "t") struct T { @PrimaryKey @Version var a: Int }"#,
            "'a' cannot be the primary key and version")
        expectRefusal(
            #"@Entity(table: "t") struct T { @PrimaryKey @Encrypted var a: String }"#,
            "'a' cannot be the primary key and encrypted")
    }

    @Test func refusesVersionsThatAreNone() {
        expectRefusal(
            #"@Entity(table: "t") struct T { @PrimaryKey var a: Int; @Version var b: Int; @Version var c: Int }"#,
            "'b' and 'c' cannot all be the version")
        expectRefusal(
            #"@Entity(table: "t") struct T { @PrimaryKey var a: Int; @Version var b: Optional<Int> }"#,
            "'b' can be nil, which a version cannot")
    }

    @Test(arguments: ["Int", "Bool?", "Optional<Double>", "UInt64"])
    func refusesToEncryptNumbers(type: String) {
        expectRefusal(
            #"@Entity(table: "t") struct T { @PrimaryKey var a: Int; @Encrypted var b: \#(type) }"#,
            "@Encrypted seals text or bytes, 'b' is \(type)")
    }

    @Test func refusesAnIndexOverSealedValues() {
        expectRefusal(
            #"@Entity(table: "t") struct T { @PrimaryKey var a: Int; @Encrypted @Index var b: String }"#,
            "'b' is encrypted, an index over it finds nothing")
    }

    @Test func refusesColumnsItCannotRead() {
        expectRefusal(
            #"@Entity(table: "t") struct T { @PrimaryKey var a: Int; @Column("a") var b: Int }"#,
            #"'a' and 'b' have the same column "a""#)
        expectRefusal(
            #"@Entity(table: "t") struct T { @PrimaryKey var a: Int; @Column(name) var b: Int }"#,
            "@Column takes the column's name as one plain string literal")
        expectRefusal(
            #"@Entity(table: "t") struct T { @PrimaryKey var a: Int; @Column("x") @Column("y") var b: Int }"#,
            "@Column stands twice on 'b'")
    }

    @Test func refusesPropertiesItCannotRead() {
        expectRefusal(
            #"@Entity(table: "t") struct T { @PrimaryKey var a: Int; var b = 1 }"#,
            "write the type of 'b': a macro cannot see an inferred one")
        expectRefusal(
            #"@Entity(table: "t") struct T { @PrimaryKey var a: Int; let b: Int = 1 }"#,
            "'b' is a constant with a value, which no row can set")
        expectRefusal(
            #"@Entity(table: "t") struct T { @PrimaryKey var a: Int; var (b, c): (Int, Int) = (1, 2) }"#,
            "@Entity reads one property per name, not a tuple")
        expectRefusal(
            #"@Entity(table: "t") struct T { @PrimaryKey var a: Int; lazy var b: Int = 1 }"#,
            "@Entity cannot read a lazy property")
        expectRefusal(
            """
            @Entity(table: "t") struct T {
                @PrimaryKey var a: Int
                #if DEBUG
                    var b: Int
                    func f() {}
                #endif
            }
            """, "@Entity cannot read a stored property inside #if")
        expectRefusal(
            #"@Entity(table: "t") struct T { @PrimaryKey var a: Int; @Index static var b: Int = 1; @Version var c: Int { 1 } }"#,
            "@Index belongs on a stored property", "@Version belongs on a stored property")
    }
}
