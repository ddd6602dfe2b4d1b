/// A request that Discord sent, as any HTTP server can give it.
public struct EndpointRequest: Sendable {
    /// The header fields.
    public var headers: [(name: String, value: String)]
    /// The body, just as it came: the signature is of these bytes.
    public var body: [UInt8]

    /// A request from its parts.
    public init(headers: [(name: String, value: String)], body: [UInt8]) {
        self.headers = headers
        self.body = body
    }

    /// The only field of this name, whatever the letters' case; nil when there is none, and when there are several.
    func header(_ name: String) -> String? {
        let found = headers.filter { $0.name.utf8.count == name.utf8.count && $0.name.lowercased() == name }
        return found.count == 1 ? found[0].value : nil
    }
}

/// What is answered to Discord.
public struct EndpointResponse: Sendable {
    /// The status.
    public var status: Int
    /// The media type of the body; Discord wants one even without a body.
    public var contentType: String
    /// The body; empty for none.
    public var body: [UInt8]

    /// A response from its parts.
    public init(status: Int, contentType: String = "application/json", body: [UInt8] = []) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    /// A refusal in a few words.
    static func refusal(_ status: Int, _ words: String) -> EndpointResponse {
        EndpointResponse(status: status, contentType: "text/plain; charset=utf-8", body: Array(words.utf8))
    }
}
