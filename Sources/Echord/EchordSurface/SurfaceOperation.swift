/// One operation of Discord's HTTP API and the requests that the library makes of it.
public struct SurfaceOperation: Sendable, Hashable {
    /// The method, in capitals.
    public let method: String
    /// The path with its parameters by name.
    public let path: String
    /// The functions of `APIRequest` that make it.
    public let requests: [String]

    /// `POST /channels/{channel_id}/messages`.
    public var route: String { "\(method) \(path)" }

    init(_ method: String, _ path: String, _ requests: String...) {
        self.method = method
        self.path = path
        self.requests = requests
    }
}
