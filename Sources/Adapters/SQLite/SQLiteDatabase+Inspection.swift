internal import CSQLite
package import SQL

extension SQLiteDatabase {
    /// The names of the tables in a database file, which is only read; nil when there is no file.
    ///
    /// A database whose writer was interrupted is brought to its last commit first, as every opening does.
    ///
    /// - Throws: `SQLError` with `.unwritable`, `.notADatabase`, `.corrupt`, `.busy` and a way out in the message.
    package static func tables(inFile path: String) throws(SQLError) -> [String]? {
        guard try DatabaseFile.exists(path) else { return nil }
        do throws(SQLError) {
            return try tables(inFile: path, as: .reader)
        } catch {
            guard Int32(error.nativeCode ?? 0) & 0xff == SQLITE_READONLY else { throw error }
            return try tables(inFile: path, as: .mender)
        }
    }

    private static func tables(inFile path: String, as role: Connection.Role) throws(SQLError) -> [String] {
        let connection = try Connection(.file(path), SQLiteConfiguration(), role: role)
        defer { connection.close() }
        let rows: [Row]
        do {
            rows = try connection.query(
                "SELECT name FROM sqlite_master WHERE type = 'table'", readOnly: true, deadline: 0)
        } catch let error as SQLError {
            throw error
        } catch {
            throw SQLError(.other, "interrupted while looking into the file")
        }
        var names: [String] = []
        for row in rows { names.append(try row.value("name")) }
        return names
    }
}
