internal import Atoms
internal import Echord
internal import EchordModel
internal import EchordPrimitives
internal import Molecules
internal import Organisms

/// Handlers of what members do in a server, and what they share.
protocol MemberRoutes: Sendable {}

extension MemberRoutes {
    /// The member who asks. Commands are for servers only, so nobody else reaches a handler but by a mistake of ours.
    func member(_ context: InteractionContext) throws -> MemberContext {
        guard let member = MemberContext(context) else { throw NotInServer() }
        return member
    }

    /// The member's request, which is one however often Discord delivers it.
    ///
    /// - Parameter key: what makes it one; nil for the interaction.
    func request(_ context: InteractionContext, key: OperationKey? = nil) throws -> MemberRequest {
        let interaction = OperationKey(interaction: context.interaction.id.rawValue)
        return MemberRequest(try member(context), key: key ?? interaction)
    }

    /// What was filled in with a command.
    func input(_ context: InteractionContext) throws -> CommandInput {
        guard let input = context.input else { throw NotInServer() }
        return input
    }

    /// Answers only to the person: in place of the private message whose button, select or window was used, else with a
    /// new one.
    func answerPrivately(_ content: MessageContent, _ context: InteractionContext) async throws {
        if context.isAboutPrivateMessage {
            try await context.responder.update(try content.updateMessage())
        } else {
            try await context.responder.reply(try content.ephemeral().interactionMessage())
        }
    }
}

extension InteractionContext {
    /// Whether it came from a message that only the person sees.
    var isAboutPrivateMessage: Bool { interaction.message?.flags?.contains(.ephemeral) == true }
}

/// A command that belongs to a server was used elsewhere.
struct NotInServer: Error {}
