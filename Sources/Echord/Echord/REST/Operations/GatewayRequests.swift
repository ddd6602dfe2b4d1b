public import EchordModel

extension APIRequest {
    /// Where the gateway is.
    ///
    /// <https://docs.discord.com/developers/events/gateway#get-gateway>
    public static func getGateway() -> APIRequest<GatewayAddress> { .init(.get, "/gateway", as: .none) }

    /// Where the gateway is, how many shards Discord recommends and how many sessions may be started. Not to be kept.
    ///
    /// <https://docs.discord.com/developers/events/gateway#get-gateway-bot>
    public static func getGatewayBot() -> APIRequest<GatewayBot> { .init(.get, "/gateway/bot") }
}
