import Crypto

/// One numbered step of the database's shape. Once released its text never changes; a correction is a new number.
public struct Migration: Sendable {
    /// 1, 2, 3 … without gaps.
    public let number: Int
    /// A few words, such as `create_tasks`.
    public let name: String
    private let scripts: [Dialect: String]

    /// A step whose text is the same in all dialects.
    public init(_ number: Int, _ name: String, _ script: String) {
        self.number = number
        self.name = name
        scripts = Dictionary(uniqueKeysWithValues: Dialect.allCases.map { ($0, script) })
    }

    /// A step with a text of its own for each dialect.
    ///
    /// - Parameters:
    ///   - sqlite: statements separated by semicolons.
    ///   - postgresql: the same; nil where the step is not written for PostgreSQL yet, which refuses it there.
    public init(_ number: Int, _ name: String, sqlite: String, postgresql: String?) {
        self.number = number
        self.name = name
        var scripts: [Dialect: String] = [.sqlite: sqlite]
        scripts[.postgresql] = postgresql
        self.scripts = scripts
    }

    /// The text for a dialect.
    public func script(for dialect: Dialect) throws(SQLError) -> String {
        guard let script = scripts[dialect] else {
            throw SQLError(.badMigration, "migration \(number) (\(name)) has no text for \(dialect.rawValue)")
        }
        return script
    }

    /// SHA-256 of the text for a dialect, in hexadecimal.
    public func checksum(for dialect: Dialect) throws(SQLError) -> String {
        Hex.encode(SHA256.digest(try script(for: dialect)))
    }
}
