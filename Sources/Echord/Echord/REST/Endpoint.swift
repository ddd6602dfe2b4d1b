public import EchordPrimitives
public import JSON

/// One operation of Discord's API with what it takes and what it answers.
///
/// A request is a value: `client.send(CreateMessageRequest(channelID: id, message: message))`.
public protocol Endpoint: Sendable {
    /// What Discord answers.
    associatedtype Response: Sendable

    /// The method and the path's template.
    static var route: APIRoute { get }

    /// How it counts against the global limit.
    static var limiting: RouteLimiting { get }

    /// Whether sending it twice does what sending it once does, so that it may be sent again after a failure that
    /// leaves open whether it arrived.
    var isIdempotent: Bool { get }

    /// Whether the bot's token is sent with it. Interaction endpoints carry their own token in the path.
    static var needsToken: Bool { get }

    /// What stands for the template's parameters, in their order.
    var parameters: [PathParameter] { get }

    /// What stands after the `?`, in order.
    var query: [QueryParameter] { get }

    /// What is sent.
    var body: RequestBody { get }

    /// Why it is done, for the guild's audit log; up to 512 characters.
    var reason: String? { get }

    /// Reads the answer of a successful request.
    ///
    /// - Throws: `JSONError` with the path of what does not fit.
    static func decode(_ answer: [UInt8]) throws(JSONError) -> Response
}

extension Endpoint {
    /// Bucket and global limit.
    public static var limiting: RouteLimiting { .ordinary }

    /// Every method but POST.
    public var isIdempotent: Bool { Self.route.method != "POST" }

    /// It is.
    public static var needsToken: Bool { true }

    /// None.
    public var query: [QueryParameter] { [] }

    /// None.
    public var body: RequestBody { .none }

    /// None.
    public var reason: String? { nil }
}

extension Endpoint where Response: JSONDecodable {
    /// Reads the answer as JSON.
    public static func decode(_ answer: [UInt8]) throws(JSONError) -> Response {
        try JSON.decode(Response.self, from: answer)
    }
}

extension Endpoint where Response == Void {
    /// Nothing is read.
    public static func decode(_ answer: [UInt8]) throws(JSONError) {}
}

/// One parameter of a path.
public enum PathParameter: Hashable, Sendable {
    /// A channel: limits are counted for it.
    case channel(ChannelID)
    /// A guild: limits are counted for it.
    case guild(GuildID)
    /// A webhook: limits are counted for it, with its token when that follows.
    case webhook(UInt64)
    /// The token of the webhook or interaction before it.
    case token(String)
    /// Any other id.
    case id(UInt64)
    /// Any other text, as an emoji or `@me`.
    case text(String)

    /// Any id that limits are not counted for.
    public static func id<Of>(_ id: Snowflake<Of>) -> PathParameter { .id(id.rawValue) }

    var text: String {
        switch self {
        case .channel(let id): String(id.rawValue)
        case .guild(let id): String(id.rawValue)
        case .webhook(let id), .id(let id): String(id)
        case .token(let text), .text(let text): text
        }
    }
}

/// One parameter after the `?`.
public struct QueryParameter: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its value, not escaped.
    public var value: String

    /// Makes a parameter; `nil` when there is no value.
    public init?(_ name: String, _ value: (some CustomStringConvertible)?) {
        guard let value else { return nil }
        self.name = name
        self.value = value.description
    }
}

/// What a request sends.
public enum RequestBody: Sendable {
    /// Nothing.
    case none
    /// A JSON document.
    case json([UInt8])
    /// A JSON document and files: `payload_json` and `files[n]`.
    case multipart(json: [UInt8], files: [FileUpload])

    /// Writes a value as JSON.
    public static func json(_ value: some JSONEncodable) -> RequestBody { .json(JSON.encode(value)) }

    /// Writes a value as JSON, with files when there are any.
    public static func json(_ value: some JSONEncodable, files: [FileUpload]) -> RequestBody {
        files.isEmpty ? .json(value) : .multipart(json: JSON.encode(value), files: files)
    }
}

/// A file to send.
public struct FileUpload: Hashable, Sendable {
    /// Its name with its ending.
    public var name: String
    /// Its media type; Discord guesses without.
    public var contentType: String?
    /// Its content.
    public var bytes: [UInt8]
    /// Alt text, up to 1024 characters.
    public var description: String?

    /// Makes a file to send.
    public init(name: String, contentType: String? = nil, bytes: [UInt8], description: String? = nil) {
        self.name = name
        self.contentType = contentType
        self.bytes = bytes
        self.description = description
    }
}
