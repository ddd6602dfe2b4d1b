public import EchordModel
public import EchordPrimitives
public import Telemetry

extension APIRequest {
    /// What the application sells. Of a subscription there are two; the one of type 5 is the one that is bought.
    ///
    /// <https://docs.discord.com/developers/resources/sku#list-skus>
    public static func listSKUs(of application: ApplicationID) -> APIRequest<[SKU]> {
        .init(.get, "/applications/\(application)/skus")
    }

    // MARK: - Entitlements

    /// Who has what of the application's, also what has ended.
    ///
    /// <https://docs.discord.com/developers/resources/entitlement#list-entitlements>
    ///
    /// - Parameters:
    ///   - user: Of this user.
    ///   - guild: Of this guild.
    ///   - skus: To these; up to 100.
    ///   - limit: 1 to 100; 100 when left out.
    ///   - excludeEnded: Whether what has ended is left out.
    ///   - excludeDeleted: Whether what was taken back is left out, which it is by default.
    ///   - onlyActive: Whether only what holds now is wanted.
    public static func listEntitlements(
        of application: ApplicationID, user: UserID? = nil, guild: GuildID? = nil, skus: [SKUID] = [],
        before: EntitlementID? = nil, after: EntitlementID? = nil, limit: Int? = nil, excludeEnded: Bool? = nil,
        excludeDeleted: Bool? = nil, onlyActive: Bool? = nil
    ) -> APIRequest<[Entitlement]> {
        .init(
            .get, "/applications/\(application)/entitlements",
            query: [
                .value("user_id", user), .value("guild_id", guild), .joined("sku_ids", skus, upTo: 100),
                .value("before", before), .value("after", after), .number("limit", limit, in: 1...100),
                .value("exclude_ended", excludeEnded), .value("exclude_deleted", excludeDeleted),
                .value("only_active", onlyActive),
            ])
    }

    /// One entitlement.
    ///
    /// <https://docs.discord.com/developers/resources/entitlement#get-entitlement>
    public static func getEntitlement(
        _ entitlement: EntitlementID, of application: ApplicationID
    ) -> APIRequest<Entitlement> {
        .init(.get, "/applications/\(application)/entitlements/\(entitlement)")
    }

    /// Marks something that can be used up as used.
    ///
    /// <https://docs.discord.com/developers/resources/entitlement#consume-an-entitlement>
    public static func consumeEntitlement(
        _ entitlement: EntitlementID, of application: ApplicationID
    ) -> APIRequest<Void> {
        .init(.post, "/applications/\(application)/entitlements/\(entitlement)/consume", isRepeatable: true)
    }

    /// Gives somebody an entitlement for a test.
    ///
    /// <https://docs.discord.com/developers/resources/entitlement#create-test-entitlement>
    public static func createTestEntitlement(
        _ entitlement: CreateTestEntitlement, of application: ApplicationID
    ) -> APIRequest<Entitlement> {
        .init(.post, "/applications/\(application)/entitlements", body: .json(entitlement))
    }

    /// Takes an entitlement for a test back.
    ///
    /// <https://docs.discord.com/developers/resources/entitlement#delete-test-entitlement>
    public static func deleteTestEntitlement(
        _ entitlement: EntitlementID, of application: ApplicationID
    ) -> APIRequest<Void> {
        .init(.delete, "/applications/\(application)/entitlements/\(entitlement)")
    }

    /// What the user whose access token this is has of the application's. Discord describes it without a page.
    ///
    /// - Parameters:
    ///   - skus: To these; up to 100.
    ///   - excludeConsumed: Whether what was used up is left out.
    public static func listOwnEntitlements(
        of application: ApplicationID, token: Secret<String>, skus: [SKUID] = [], excludeConsumed: Bool? = nil
    ) -> APIRequest<[Entitlement]> {
        .init(
            .get, "/users/@me/applications/\(application)/entitlements",
            query: [.joined("sku_ids", skus, upTo: 100), .value("exclude_consumed", excludeConsumed)],
            as: .bearer(token))
    }

    // MARK: - Subscriptions

    /// A user's subscriptions that contain a SKU.
    ///
    /// <https://docs.discord.com/developers/resources/subscription#list-sku-subscriptions>
    ///
    /// - Parameters:
    ///   - user: Whose; to be left out only with a user's access token.
    ///   - limit: 1 to 100; 50 when left out.
    public static func listSubscriptions(
        to sku: SKUID, user: UserID? = nil, before: SubscriptionID? = nil, after: SubscriptionID? = nil,
        limit: Int? = nil
    ) -> APIRequest<[Subscription]> {
        .init(
            .get, "/skus/\(sku)/subscriptions",
            query: [
                .value("before", before), .value("after", after), .number("limit", limit, in: 1...100),
                .value("user_id", user),
            ])
    }

    /// One subscription.
    ///
    /// <https://docs.discord.com/developers/resources/subscription#get-sku-subscription>
    ///
    /// - Parameter user: Whose; to be left out only with a user's access token.
    public static func getSubscription(
        _ subscription: SubscriptionID, to sku: SKUID, user: UserID? = nil
    ) -> APIRequest<Subscription> {
        .init(.get, "/skus/\(sku)/subscriptions/\(subscription)", query: [.value("user_id", user)])
    }
}
