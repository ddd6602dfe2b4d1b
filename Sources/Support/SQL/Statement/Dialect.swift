/// The kind of database, and what differs between kinds.
public enum Dialect: String, Hashable, Sendable, CaseIterable {
    /// SQLite 3.35 and later.
    case sqlite
    /// PostgreSQL 13 and later.
    case postgresql

    /// How the bound value at `position`, counted from 1, is written.
    public func placeholder(_ position: Int) -> String {
        switch self {
        case .sqlite: "?"
        case .postgresql: "$\(position)"
        }
    }

    /// How many values one statement may bind.
    public var bindLimit: Int {
        switch self {
        case .sqlite: 32_766
        case .postgresql: 65_535
        }
    }

    /// A statement that gives a row exactly when the table exists.
    public func tableExists(_ table: String) -> SQL {
        switch self {
        case .sqlite: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = \(table)"
        case .postgresql:
            """
            SELECT 1 FROM information_schema.tables
            WHERE table_schema = current_schema() AND table_name = \(table)
            """
        }
    }

    /// A name in quotes; both dialects double a quote inside. A zero byte, which no name may hold, is dropped.
    public static func quoted(_ identifier: String) -> String {
        var text = "\""
        for character in identifier.unicodeScalars where character != "\0" {
            if character == "\"" { text += "\"" }
            text.unicodeScalars.append(character)
        }
        return text + "\""
    }

    /// The tail of an upsert: on a conflict over `columns` take the new values of `updating`, or nothing if empty.
    ///
    /// Both dialects share the syntax.
    public func onConflict(_ columns: [String], updating: [String]) -> SQL {
        guard !updating.isEmpty else { return " ON CONFLICT (\(identifiers: columns)) DO NOTHING" }
        let assignments = updating.map { "\(identifier: $0) = excluded.\(identifier: $0)" as SQL }.joined()
        return " ON CONFLICT (\(identifiers: columns)) DO UPDATE SET \(assignments)"
    }
}
