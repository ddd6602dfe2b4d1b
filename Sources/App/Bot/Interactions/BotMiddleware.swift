internal import Atoms
package import Echord
package import EchordModel
package import Molecules

/// What goes around every command.
package enum BotMiddleware {
    /// Refuses a command that its member has used too often, with the time to wait. Buttons, modals and suggestions
    /// are free.
    package static func commandLimit(_ limiter: any CommandLimiter) -> InteractionRouter.Middleware {
        { context, next in
            guard context.interaction.type == .applicationCommand, let user = context.interaction.author,
                case .refused(let wait) = await limiter.admit(user.id, context.path.joined(separator: " "))
            else { return try await next(context) }
            let seconds = Int(wait.components.seconds) + (wait.components.attoseconds > 0 ? 1 : 0)
            try await context.responder.reply(
                Notice.privately(context.language.general.tooOften(wait: max(1, seconds))))
        }
    }
}

/// Short messages in words.
package enum Notice {
    /// A sentence that only the person sees.
    package static func privately(_ text: String) -> InteractionMessage {
        InteractionMessage(content: text, allowedMentions: AllowedMentions.none, flags: .ephemeral)
    }

    /// A sentence that the channel sees. It pings nobody.
    package static func publicly(_ text: String) -> InteractionMessage {
        InteractionMessage(content: text, allowedMentions: AllowedMentions.none)
    }
}
