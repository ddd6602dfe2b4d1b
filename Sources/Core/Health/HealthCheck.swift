/// What a part of the process says of itself.
package enum HealthStatus: Sendable, Hashable {
    /// It works.
    case up
    /// It works with loss; the process stays in service.
    case degraded(String)
    /// It does not work; the process should get no new work.
    case down(String)

    var name: String {
        switch self {
        case .up: "up"
        case .degraded: "degraded"
        case .down: "down"
        }
    }

    var reason: String? {
        switch self {
        case .up: nil
        case .degraded(let reason), .down(let reason): reason
        }
    }
}

/// One question to one part: can it be relied on?
package struct HealthCheck: Sendable {
    /// The part's name.
    package let name: String
    let status: @Sendable () async -> HealthStatus

    /// A check named `name`. It is given two seconds; a later answer counts as down.
    package init(_ name: String, _ status: @escaping @Sendable () async -> HealthStatus) {
        self.name = name
        self.status = status
    }

    /// The answer, or `down` when there is none within `limit`.
    func answer(within limit: Duration, clock: any Clock<Duration>) async -> HealthStatus {
        await withTaskGroup(of: HealthStatus?.self) { group in
            group.addTask { await status() }
            group.addTask {
                do { try await clock.sleep(for: limit) } catch { return nil }
                return .down("no answer within \(limit)")
            }
            defer { group.cancelAll() }
            while let status = await group.next() {
                if let status { return status }
            }
            return .down("no answer")
        }
    }
}
