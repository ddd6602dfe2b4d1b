import Testing

/// What a test waited for and did not get.
struct NeverHappened: Error, CustomStringConvertible {
    let description: String
}

/// Asks again and again until there is an answer; a process of its own can be watched no other way.
///
/// - Parameter limit: how long to ask. It only bounds a test that fails.
func eventually<Answer>(
    _ what: String, within limit: Duration = .seconds(60), _ answer: () async throws -> Answer?
) async throws -> Answer {
    let clock = ContinuousClock()
    let deadline = clock.now + limit
    while true {
        if let found = try await answer() { return found }
        guard clock.now < deadline else { throw NeverHappened(description: "did not happen in \(limit): \(what)") }
        try await clock.sleep(for: .milliseconds(20))
    }
}

/// The same for a condition.
func eventually(
    _ what: String, within limit: Duration = .seconds(60), _ condition: () async throws -> Bool
) async throws {
    _ = try await eventually(what, within: limit) { try await condition() ? true : nil }
}
