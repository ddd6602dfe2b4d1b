public import EchordModel
internal import JSON

/// The bot's own application. Discord: *Application › Get Current Application*.
public struct GetCurrentApplicationRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Application
    /// `GET /applications/@me`
    public static let route = APIRoute(method: "GET", path: "/applications/@me")

    /// Makes the request.
    public init() {
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [] }
}
