public import EchordPrimitives
public import JSON

/// Somebody's right to something that can be bought.
///
/// <https://docs.discord.com/developers/resources/entitlement#entitlement-object>
@JSONModel
public struct Entitlement: Hashable, Sendable {
    /// The entitlement's id.
    public var id: EntitlementID
    /// What was bought.
    public var skuID: SKUID
    /// The application.
    public var applicationID: ApplicationID
    /// Who has it.
    public var userID: UserID?
    /// The promotion it comes from; not documented.
    public var promotionID: GenericID?
    /// How it came about.
    public var type: EntitlementType
    /// Whether it was taken back.
    @JSONKey("deleted") public var isDeleted: Bool = false
    /// Flags of a gift; not documented.
    public var giftCodeFlags: Int?
    /// Whether something that can be used up was.
    @JSONKey("consumed") public var isConsumed: Bool?
    /// From when on.
    public var startsAt: DiscordTimestamp?
    /// Until when.
    public var endsAt: DiscordTimestamp?
    /// The guild that has it.
    public var guildID: GuildID?
    /// When it was handed over.
    public var fulfilledAt: DiscordTimestamp?
    /// Whether it was handed over.
    public var fulfillmentStatus: EntitlementFulfillmentStatus?
    /// Who gave it away.
    public var gifterUserID: UserID?
    /// The entitlement it belongs to.
    public var parentID: EntitlementID?
    /// The subscription it comes from; not documented.
    public var subscriptionID: SubscriptionID?
}

/// Something that can be bought.
///
/// <https://docs.discord.com/developers/resources/sku#sku-object>
@JSONModel
public struct SKU: Hashable, Sendable {
    /// Its id.
    public var id: SKUID
    /// Its kind.
    public var type: SKUType
    /// The application.
    public var applicationID: ApplicationID
    /// Its name.
    public var name: String
    /// Its name in addresses.
    public var slug: String
    /// Its flags.
    public var flags: SKUFlags = []
    /// What it belongs to; not documented.
    @JSONKey("dependent_sku_id") public var dependentSKUID: SKUID?
    /// Not documented.
    public var accessType: Int?
    /// Not documented.
    public var features: [JSONValue]?
    /// Not documented.
    @JSONKey("premium") public var isPremium: Bool?
    /// Not documented.
    @JSONKey("show_age_gate") public var showsAgeGate: Bool?
    /// Not documented.
    public var releaseDate: DiscordTimestamp?
}

/// A subscription to an application.
///
/// <https://docs.discord.com/developers/resources/subscription#subscription-object>
@JSONModel
public struct Subscription: Hashable, Sendable {
    /// The subscription's id.
    public var id: SubscriptionID
    /// Who subscribes.
    public var userID: UserID
    /// What to.
    @JSONKey("sku_ids") public var skuIDs: [SKUID] = []
    /// What that brings.
    @JSONKey("entitlement_ids") public var entitlementIDs: [EntitlementID] = []
    /// What it goes on with.
    @JSONKey("renewal_sku_ids") public var renewalSKUIDs: [SKUID]?
    /// When the present period began.
    public var currentPeriodStart: DiscordTimestamp
    /// When it ends.
    public var currentPeriodEnd: DiscordTimestamp
    /// Whether it runs.
    public var status: SubscriptionStatus
    /// When it was cancelled.
    public var canceledAt: DiscordTimestamp?
    /// Where the payment comes from.
    public var country: String?
}
