public import EchordModel
internal import JSON

/// Where the gateway is. Discord: *Gateway › Get Gateway*.
public struct GetGatewayRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = GatewayAddress
    /// `GET /gateway`
    public static let route = APIRoute(method: "GET", path: "/gateway")
    /// The path holds its token.
    public static let needsToken = false

    /// Makes the request.
    public init() {
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [] }
}

/// Where the gateway is, how many shards it recommends and how many sessions may be started. Discord: *Gateway › Get Gateway Bot*.
public struct GetGatewayBotRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = GatewayBot
    /// `GET /gateway/bot`
    public static let route = APIRoute(method: "GET", path: "/gateway/bot")

    /// Makes the request.
    public init() {
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [] }
}
