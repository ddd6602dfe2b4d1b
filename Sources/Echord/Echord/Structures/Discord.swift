internal import EchordModel
internal import EchordPrimitives
internal import Locking
internal import Telemetry

/// What structures call Discord with: the REST client, the cache if there is one, and what a call keeps to.
///
/// A client has one; a program without a gateway makes its own over a `RESTClient`. It is one reference, so a structure
/// is hardly larger than its model.
public final class Discord: DiscordBound {
    /// Sends requests.
    public let rest: RESTClient
    /// What the gateway has told; `nil` without a gateway.
    public let cache: DiscordCache?
    /// What calls keep to where it differs from the client's configuration.
    public let options: CallOptions
    let directChannels: DirectChannels
    /// The client, for what needs its events; empty without a gateway.
    let link: ClientLink
    let now: @Sendable () -> DiscordTimestamp

    /// Makes one for a program without a gateway.
    ///
    /// - Parameters:
    ///   - rest: Sends the requests.
    ///   - cache: Where `fetch` looks first.
    public convenience init(rest: RESTClient, cache: DiscordCache? = nil) {
        self.init(rest: rest, cache: cache, link: ClientLink())
    }

    init(
        rest: RESTClient, cache: DiscordCache?, options: CallOptions = .init(),
        directChannels: DirectChannels = .init(),
        link: ClientLink, now: @escaping @Sendable () -> DiscordTimestamp = { .now }
    ) {
        self.rest = rest
        self.cache = cache
        self.options = options
        self.directChannels = directChannels
        self.link = link
        self.now = now
    }

    /// Itself.
    public var discord: Discord { self }

    /// The same with calls that keep to something else, such as a deadline of their own.
    public func with(_ options: CallOptions) -> Discord {
        Discord(
            rest: rest, cache: cache, options: options, directChannels: directChannels, link: link, now: now)
    }

    /// Sends a request; for what no structure has a method for.
    ///
    /// - Throws: as `RESTClient.send`.
    @discardableResult
    public func send<Response>(_ request: APIRequest<Response>) async throws -> Response {
        try await rest.send(request, options)
    }

    /// A model with its methods.
    public func live<Model: PlacedStructure>(_ model: Model) -> Live<Model> {
        Live(model, of: model.structureOwner, self)
    }

    /// A model that does not say what it belongs to, with its methods.
    public func live<Model: Structure>(_ model: Model, in owner: Model.Owner.ID) -> Live<Model>
    where Model.Owner: Structure {
        Live(model, of: owner.rawValue, self)
    }
}

extension DiscordTimestamp {
    static var now: DiscordTimestamp { DiscordTimestamp(unixMilliseconds: WallTime.now.milliseconds) }
}

/// What calls can be made with.
public protocol DiscordBound: Sendable {
    /// Where calls go.
    var discord: Discord { get }

    /// The same with calls that keep to something else, such as a deadline of their own.
    func with(_ options: CallOptions) -> Self
}

/// A way back to the client that does not keep it.
final class ClientLink: Sendable {
    private struct Weak {
        weak var client: DiscordClient?
    }

    private let weak = Locked(Weak())

    var client: DiscordClient? {
        get { weak.withLock { $0.client } }
        set { weak.withLock { $0.client = newValue } }
    }
}

/// The channels of direct messages that were opened, so that none is asked for twice: Discord limits how many a bot may
/// open.
final class DirectChannels: Sendable {
    private let table = Locked(CacheTable<UserID, Int, ChannelID>(.init(entries: 10_000)))

    subscript(user: UserID) -> ChannelID? {
        get { table.withLock { $0.value(user, at: 0) } }
        set {
            guard let newValue else { return }
            table.withLock { _ = $0.set(user, in: 0, newValue, bytes: 8, at: 0) }
        }
    }
}
