public import EchordModel
public import EchordPrimitives

/// What a guild shows and asks newcomers.
extension APIRequest {
    /// What newcomers see. Needs MANAGE_GUILD where the welcome screen is off.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-welcome-screen>
    public static func getWelcomeScreen(of guild: GuildID) -> APIRequest<WelcomeScreen> {
        .init(.get, "/guilds/\(guild)/welcome-screen")
    }

    /// Changes what newcomers see. Needs MANAGE_GUILD.
    ///
    /// <https://docs.discord.com/developers/resources/guild#modify-guild-welcome-screen>
    public static func editWelcomeScreen(
        of guild: GuildID, _ changes: EditWelcomeScreen, reason: String? = nil
    ) -> APIRequest<WelcomeScreen> {
        .init(.patch, "/guilds/\(guild)/welcome-screen", body: .json(changes), reason: reason)
    }

    /// The questions newcomers are asked.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-onboarding>
    public static func getOnboarding(of guild: GuildID) -> APIRequest<GuildOnboarding> {
        .init(.get, "/guilds/\(guild)/onboarding")
    }

    /// Changes the questions newcomers are asked. Needs MANAGE_GUILD and MANAGE_ROLES. While it is on there must be at
    /// least seven default channels, five of which everybody may write in.
    ///
    /// <https://docs.discord.com/developers/resources/guild#modify-guild-onboarding>
    public static func editOnboarding(
        of guild: GuildID, _ changes: EditOnboarding, reason: String? = nil
    ) -> APIRequest<GuildOnboarding> {
        .init(.put, "/guilds/\(guild)/onboarding", body: .json(changes), reason: reason)
    }

    /// What a guild's home says to newcomers, if it says something. Discord describes it without a page.
    public static func getNewMemberWelcome(of guild: GuildID) -> APIRequest<NewMemberWelcome?> {
        .init(.get, "/guilds/\(guild)/new-member-welcome", reading: .jsonIfPresent())
    }

    // MARK: - Requests to join

    /// Requests to join a guild. Needs KICK_MEMBERS. Discord describes it without a page.
    ///
    /// - Parameters:
    ///   - status: Only those that have come this far.
    ///   - limit: 1 to 100.
    public static func listJoinRequests(
        of guild: GuildID, status: JoinRequestStatus? = nil, before: JoinRequestID? = nil,
        after: JoinRequestID? = nil, limit: Int? = nil
    ) -> APIRequest<JoinRequestPage> {
        .init(
            .get, "/guilds/\(guild)/requests",
            query: [
                .choice("status", status), .number("limit", limit, in: 1...100), .value("before", before),
                .value("after", after),
            ])
    }

    /// Approves a request to join a guild or turns it down. Needs KICK_MEMBERS. Discord describes it without a page.
    public static func decideJoinRequest(
        _ request: JoinRequestID, of guild: GuildID, _ decision: JoinRequestDecision
    ) -> APIRequest<JoinRequest> {
        .init(.patch, "/guilds/\(guild)/requests/\(request)", body: .json(decision))
    }
}
