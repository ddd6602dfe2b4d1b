package import Atoms
package import Echord
internal import EchordModel
internal import EchordPrimitives

extension MemberContext {
    /// Who used the command or pressed the button; nil outside a server.
    package init?(_ context: InteractionContext) {
        let interaction = context.interaction
        guard let guild = interaction.guildID, let member = interaction.member, let user = member.user else {
            return nil
        }
        self.init(
            userID: user.id, guildID: guild, roles: Set(member.roles), permissions: member.permissions ?? [],
            locale: interaction.preferredLocale)
    }
}

extension InteractionContext {
    /// The language of whoever used the command.
    var language: Language { Catalogue.language(for: interaction.preferredLocale) }
}
