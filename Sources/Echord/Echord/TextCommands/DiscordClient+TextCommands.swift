internal import EchordModel
internal import EchordPrimitives
internal import Telemetry

extension DiscordClient {
    /// Handles messages that are text commands. Call it before `run`.
    ///
    /// - Parameters:
    ///   - lookup: where members, roles, channels and permissions are found; by REST unless given.
    ///   - concurrency: how many may run at once; the others wait in a buffer of 1,024, whose newest are then dropped.
    /// - Returns: Keep it to take the commands away again.
    @discardableResult
    public func handleTextCommands(
        _ commands: TextCommandSet, lookup: TextLookup? = nil, concurrency: Int = 64
    ) -> ListenerToken {
        let (rest, lookup, logger) = (rest, lookup ?? TextLookup(rest), logger.labelled("text-commands"))
        let options = ListenerOptions(buffer: 1_024, policy: .dropNewest, concurrency: concurrency)
        return on(.messageCreate, options: options) { [weak self] event, _ in
            guard let id = try await self?.applicationID() else { return }
            let surroundings = TextCommandSet.Surroundings(
                bot: id.cast(), lookup: lookup, time: rest.time, logger: logger
            ) { channel, message in try await rest.send(.createMessage(in: channel, message)) }
            await commands.handle(event, in: surroundings)
        }
    }
}
