public import EchordPrimitives
public import JSON

/// What is sent to give somebody an entitlement for a test.
///
/// <https://docs.discord.com/developers/resources/entitlement#create-test-entitlement>
@JSONModel
public struct CreateTestEntitlement: Hashable, Sendable {
    /// What they would have bought.
    public var skuID: SKUID
    /// The guild or user.
    public var ownerID: GenericID
    /// Which of them.
    public var ownerType: EntitlementOwnerType
}

/// Whether what was bought has been handed over.
///
/// <https://docs.discord.com/developers/resources/entitlement#entitlement-object>
public struct EntitlementFulfillmentStatus: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `UNKNOWN`.
    public static let unknown = Self(rawValue: 0)
    /// `FULFILLMENT_NOT_NEEDED`.
    public static let fulfillmentNotNeeded = Self(rawValue: 1)
    /// `FULFILLMENT_NEEDED`.
    public static let fulfillmentNeeded = Self(rawValue: 2)
    /// `FULFILLED`.
    public static let fulfilled = Self(rawValue: 3)
    /// `FULFILLMENT_FAILED`.
    public static let fulfillmentFailed = Self(rawValue: 4)
    /// `UNFULFILLMENT_NEEDED`.
    public static let unfulfillmentNeeded = Self(rawValue: 5)
    /// `UNFULFILLED`.
    public static let unfulfilled = Self(rawValue: 6)
    /// `UNFULFILLMENT_FAILED`.
    public static let unfulfillmentFailed = Self(rawValue: 7)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "UNKNOWN": .unknown,
            "FULFILLMENT_NOT_NEEDED": .fulfillmentNotNeeded,
            "FULFILLMENT_NEEDED": .fulfillmentNeeded,
            "FULFILLED": .fulfilled,
            "FULFILLMENT_FAILED": .fulfillmentFailed,
            "UNFULFILLMENT_NEEDED": .unfulfillmentNeeded,
            "UNFULFILLED": .unfulfilled,
            "UNFULFILLMENT_FAILED": .unfulfillmentFailed,
        ]
    }
}
