public import SQL

/// The behaviour every adapter of the `Database` port must show, as cases that a test target runs one by one.
public enum DatabaseConformance {
    /// One piece of behaviour.
    public struct Case: Sendable, CustomStringConvertible {
        /// What is shown, in a few words.
        public let description: String
        /// Shows it on a database that nobody else uses and that is empty; throws when it does not hold.
        public let run: @Sendable (any Database) async throws -> Void

        init(_ description: String, _ run: @escaping @Sendable (any Database) async throws -> Void) {
            self.description = description
            self.run = run
        }
    }

    /// Every case.
    public static var cases: [Case] { values + constraints + transactions + scopes + migrations }
}

/// A piece of behaviour that an adapter does not show.
public struct ConformanceFailure: Error, CustomStringConvertible {
    /// What was expected, and where.
    public let description: String

    init(_ message: String, file: StaticString, line: UInt) { description = "\(message) (\(file):\(line))" }
}

func expect(
    _ condition: Bool, _ message: @autoclosure () -> String = "not as expected", file: StaticString = #fileID,
    line: UInt = #line
) throws {
    if !condition { throw ConformanceFailure(message(), file: file, line: line) }
}

/// Runs `body`, which must throw an `SQLError` of this code, and returns the error.
@discardableResult
func expectError(
    _ code: SQLError.Code, file: StaticString = #fileID, line: UInt = #line, _ body: () async throws -> Void
) async throws -> SQLError {
    do {
        try await body()
    } catch let error as SQLError {
        try expect(error.code == code, "expected \(code.rawValue), got \(error)", file: file, line: line)
        return error
    }
    throw ConformanceFailure("expected \(code.rawValue), nothing was thrown", file: file, line: line)
}

func expectCancellation(
    file: StaticString = #fileID, line: UInt = #line, _ body: () async throws -> Void
) async throws {
    do {
        try await body()
    } catch is CancellationError { return }
    throw ConformanceFailure("expected CancellationError, nothing was thrown", file: file, line: line)
}

/// An error of the test's own.
struct Deliberate: Error {}

extension Database {
    /// A table to play with.
    func makeNotes() async throws {
        try await execute("CREATE TABLE notes (id BIGINT NOT NULL PRIMARY KEY, body TEXT NOT NULL)")
    }

    func noteCount() async throws -> Int { try await read { try await $0.count("SELECT count(*) FROM notes") } }
}

extension Transaction {
    func note(_ id: Int, _ body: String = "note") async throws {
        try await execute("INSERT INTO notes (id, body) VALUES (\(id), \(body))")
    }
}
