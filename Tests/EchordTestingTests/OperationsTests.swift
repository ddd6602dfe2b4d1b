import Foundation
import JSON
import Testing

@testable import EchordTesting

@Suite("Which of Discord's operations there are")
struct OperationsTests {
    /// Lines of `Fixtures/operations-not-served.txt`, without comments.
    private static func notServed() throws -> Set<String> {
        let url = try #require(Bundle.module.resourceURL?.appendingPathComponent("Fixtures/operations-not-served.txt"))
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        return Set(lines.filter { !$0.hasPrefix("#") }.map(String.init))
    }

    private static func isServed(_ operation: String) -> Bool {
        let words = operation.split(separator: " ")
        let parts = words[1].split(separator: "/").map { $0 == "{}" ? "1" : String($0) }
        if case .found(let route, _) = RouteTable.discord.find(String(words[0]), parts) {
            return route.audience != .people
        }
        return false
    }

    @Test("Every operation that Discord describes is served, or stands in the list of those that are not")
    func complete() throws {
        let all = AnswerSchema.discord.names
        #expect(all.count > 230)
        let missing = Set(all.filter { !Self.isServed($0) })
        let listed = try Self.notServed()
        #expect(missing.subtracting(listed).sorted() == [], "neither served nor listed")
        #expect(listed.subtracting(missing).sorted() == [], "listed, but served or unknown")
    }

    @Test("No two routes answer the same request, and each has one method and path")
    func unique() {
        let names = RouteTable.discord.routes.map { route in
            route.method + " "
                + route.template.split(separator: "/").map { $0.hasPrefix("{") ? "{}" : $0 }
                .joined(separator: "/")
        }
        #expect(Set(names).count == names.count)
    }
}
