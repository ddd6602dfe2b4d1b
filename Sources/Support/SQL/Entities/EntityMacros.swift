/// Writes the `Entity` conformance of a struct: `schema`, `Key`, `init(row:)`, `columnValues`, and for a public or
/// package struct a memberwise initialiser.
///
/// ```swift
/// @Entity(table: "tasks")
/// struct Task {
///     @PrimaryKey let id: TaskID
///     @Index var guildID: UInt64
///     @Column("title") var name: String
///     @Encrypted var notes: String?
///     @Version var version: Int
/// }
/// ```
/// Every stored property is a column and needs its type written out; its name is the property's in snake case unless
/// `@Column` says otherwise. Computed and static properties are left alone.
@attached(extension, conformances: Entity, names: named(schema), named(Key), named(init(row:)), named(columnValues))
@attached(member, names: named(init))
public macro Entity(table: String) = #externalMacro(module: "MacroPlugin", type: "EntityMacro")

/// The column's name, where it is not the property's in snake case.
@attached(peer)
public macro Column(_ name: String) = #externalMacro(module: "MacroPlugin", type: "ColumnMacro")

/// The column that identifies a row; each entity has exactly one.
@attached(peer)
public macro PrimaryKey() = #externalMacro(module: "MacroPlugin", type: "PrimaryKeyMacro")

/// The column that counts the updates of a row and is compared at each of them.
@attached(peer)
public macro Version() = #externalMacro(module: "MacroPlugin", type: "VersionMacro")

/// A column of text or bytes that is stored sealed.
@attached(peer)
public macro Encrypted() = #externalMacro(module: "MacroPlugin", type: "EncryptedMacro")

/// A column that the table has an index over.
@attached(peer)
public macro Index(unique: Bool = false) = #externalMacro(module: "MacroPlugin", type: "IndexMacro")
