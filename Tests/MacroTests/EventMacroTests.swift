import SwiftSyntaxMacros
import Testing

@testable import MacroExpansion

@Suite struct EventMacroTests {
    private let macros: [String: (macro: any Macro.Type, conformances: [String])] = [
        "EventSubscriber": (EventSubscriberMacro.self, ["EventSubscriber"]),
        "EventHandler": (EventHandlerMacro.self, []),
        "EventPublisher": (EventPublisherMacro.self, []),
    ]

    @Test func writesTheSubscriptions() {
        let expansion = Expansion(
            """
            @EventSubscriber
            public struct Cards {
                @EventHandler(TaskClaimed.self, group: "cards")
                func onClaimed(_ event: TaskClaimed, _ context: EventContext) async throws {
                }
                @EventHandler(TaskDeleted.self, group: "cards", timeout: .seconds(5))
                func onDeleted(event: TaskDeleted) -> EventOutcome {
                    .acknowledge
                }
            }
            """, macros)
        #expect(expansion.errors.isEmpty)
        #expect(
            expansion.text == """
                public struct Cards {
                    func onClaimed(_ event: TaskClaimed, _ context: EventContext) async throws {
                    }
                    func onDeleted(event: TaskDeleted) -> EventOutcome {
                        .acknowledge
                    }

                    public var subscriptions: [Subscription] {
                        [
                            Subscription(TaskClaimed.self, group: "cards") { [self] event, context in
                                try await self.onClaimed(event, context)
                                return .acknowledge
                            },
                            Subscription(TaskDeleted.self, group: "cards", timeout: .seconds(5)) { [self] event, _ in
                                return self.onDeleted(event: event)
                            },
                        ]
                    }
                }

                extension Cards: EventSubscriber {
                }
                """)
    }

    @Test func reachesAnActorsMethods() {
        let expansion = Expansion(
            """
            @EventSubscriber
            actor Counter {
                @EventHandler(TaskClaimed.self, group: "counter")
                func onClaimed(_ event: TaskClaimed) async -> Void {
                }
            }
            """, macros)
        #expect(expansion.errors.isEmpty)
        #expect(expansion.text.contains("nonisolated var subscriptions: [Subscription]"))
        #expect(expansion.text.contains("await self.onClaimed(event)\n"))
        #expect(expansion.text.contains("return .acknowledge"))
    }

    @Test(arguments: [
        (
            "@EventHandler(TaskClaimed.self, group: \"x\") func a(_ e: TaskClaimed) {}",
            "put @EventSubscriber on the type"
        ),
        (
            "@EventSubscriber struct A { @EventHandler(TaskClaimed.self) func a(_ e: TaskClaimed) {} }",
            "names its group"
        ),
        (
            "@EventSubscriber struct A { @EventHandler(group: \"x\") func a(_ e: TaskClaimed) {} }",
            "the type of the event"
        ),
        (
            "@EventSubscriber struct A { @EventHandler(TaskClaimed.self, group: \"x\") static func a(_ e: TaskClaimed) {} }",
            "no static method"
        ),
        ("@EventSubscriber struct A { @EventHandler(TaskClaimed.self, group: \"x\") func a() {} }", "takes the event"),
        ("@EventSubscriber struct A { @EventHandler(TaskClaimed.self, group: \"x\") var a: Int }", "goes on a method"),
        ("@EventSubscriber struct A {}", "no method is marked"),
    ])
    func refusesMisuse(_ source: String, _ message: String) {
        let expansion = Expansion(source, macros)
        #expect(expansion.errors.contains { $0.contains(message) }, "\(expansion.errors)")
    }

    @Test func writesTheEventsOfAResult() {
        let expansion = Expansion(
            """
            @EventPublisher
            func sell(_ amount: Int, in transaction: SQL.Transaction) async throws -> Sale {
                return try await ledger.sell(amount)
            }
            """, macros)
        #expect(expansion.errors.isEmpty)
        #expect(
            expansion.text == """
                func sell(_ amount: Int, in transaction: SQL.Transaction) async throws -> Sale {
                    return try await self.outbox.publishing(in: transaction) { () async throws -> Sale in
                        return try await ledger.sell(amount)
                    }
                }
                """)
    }

    @Test(arguments: [
        ("@EventPublisher func sell() async throws -> Sale { Sale() }", "a parameter of type Transaction"),
        ("@EventPublisher func sell(in t: Transaction) -> Sale { Sale() }", "`async throws`"),
        ("@EventPublisher func sell(in t: Transaction) async throws { }", "returns an EventSource"),
        ("protocol P { @EventPublisher func sell(in t: Transaction) async throws -> Sale }", "with a body"),
    ])
    func refusesWhatCannotPublish(_ source: String, _ message: String) {
        let expansion = Expansion(source, macros)
        #expect(expansion.errors.contains { $0.contains(message) }, "\(expansion.errors)")
    }
}
