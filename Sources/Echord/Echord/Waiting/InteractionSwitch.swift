internal import EchordModel
internal import Locking

/// Decides who gets an interaction of the gateway: the first collector that takes it, or else the service.
///
/// So what is collected is not answered a second time by a handler that knows nothing of it.
final class InteractionSwitch: Sendable {
    typealias Taker = @Sendable (Interaction, EventContext) -> Bool

    private struct State {
        var takers: [(id: Int, take: Taker)] = []
        var service: InteractionService?
        var nextID = 0
        var isAttached = false
    }

    private let state = Locked(State())
    private let hub: EventHub

    init(hub: EventHub) { self.hub = hub }

    /// Gives a service what nobody collects.
    func serve(_ service: InteractionService) {
        attach { $0.service = service }
    }

    /// Asks a collector before others; the earlier one is asked first.
    func add(_ take: @escaping Taker) -> ListenerToken {
        let id = attach { state in
            state.nextID += 1
            state.takers.append((state.nextID, take))
            return state.nextID
        }
        return ListenerToken { [weak self] in self?.state.withLock { $0.takers.removeAll { $0.id == id } } }
    }

    @discardableResult
    private func attach<Result: Sendable>(_ change: (inout State) -> Result) -> Result {
        let (result, isFirst) = state.withLock { state in
            defer { state.isAttached = true }
            return (change(&state), !state.isAttached)
        }
        // Once and for good: without a service or a collector nothing was decoded before.
        if isFirst {
            hub.tap(InteractionCreate.self) { [weak self] event, context in self?.receive(event.interaction, context) }
        }
        return result
    }

    private func receive(_ interaction: Interaction, _ context: EventContext) {
        let (takers, service) = state.withLock { ($0.takers, $0.service) }
        for (_, take) in takers where take(interaction, context) { return }
        service?.receive(interaction, on: context.shard)
    }
}
