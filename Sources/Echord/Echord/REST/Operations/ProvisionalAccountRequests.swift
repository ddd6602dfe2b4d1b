public import EchordModel

/// Accounts that stand in for players without a Discord account. Discord describes all of it without a page.
extension APIRequest {
    /// A token for a player by the account they have elsewhere; the application's secret stands in the body.
    public static func createProvisionalToken(_ identity: ExternalIdentity) -> APIRequest<ProvisionalToken> {
        .init(.post, "/partner-sdk/token", body: .json(identity), as: .none)
    }

    /// A token for a player by the game's own name for them.
    public static func createProvisionalToken(_ identity: GameIdentity) -> APIRequest<ProvisionalToken> {
        .init(.post, "/partner-sdk/token/bot", body: .json(identity))
    }

    /// Parts a player's own account from the one that stood in for it, by the account they have elsewhere.
    public static func unmergeProvisionalAccount(_ identity: ExternalIdentity) -> APIRequest<Void> {
        .init(.post, "/partner-sdk/provisional-accounts/unmerge", body: .json(identity), as: .none)
    }

    /// Parts a player's own account from the one that stood in for it, by the game's own name for them.
    public static func unmergeProvisionalAccount(_ account: GameAccount) -> APIRequest<Void> {
        .init(.post, "/partner-sdk/provisional-accounts/unmerge/bot", body: .json(account))
    }
}
