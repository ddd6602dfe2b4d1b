internal import Crypto
public import EchordModel
public import EchordPrimitives
public import Telemetry
internal import Transport

/// What a user is asked, and how often.
public enum OAuth2Prompt: String, Sendable {
    /// Each time.
    case consent
    /// Not again, when they have allowed the same before.
    case none
}

/// One way of a user to Discord and back: the address they are sent to, and what must be known again when they return.
///
/// Keep ``state`` and ``verifier`` with the user's session, never in a page or an address of your own. One request serves
/// for one return. <https://docs.discord.com/developers/topics/oauth2#authorization-code-grant>
public struct OAuth2AuthorizationRequest: Sendable {
    /// Where the user is sent.
    public let url: String
    /// Comes back with the user; if another does, somebody else began this.
    public let state: Secret<String>
    /// Proves at the exchange that the code was asked for here (PKCE, RFC 7636).
    public let verifier: Secret<String>
    /// Where the user comes back to.
    public let redirectURI: String

    /// A request that was kept since the user left.
    public init(url: String = "", state: Secret<String>, verifier: Secret<String>, redirectURI: String) {
        self.url = url
        self.state = state
        self.verifier = verifier
        self.redirectURI = redirectURI
    }

    init(
        page: String, application: ApplicationID, redirectURI: String, scopes: [OAuth2Scope], prompt: OAuth2Prompt?,
        installation: OAuth2Installation?
    ) {
        // 256 bits each: nobody guesses them, and RFC 7636 asks for 43 characters at least.
        let state = Base64URL.encode(SecureRandom.bytes(count: 32))
        let verifier = Base64URL.encode(SecureRandom.bytes(count: 32))
        var query: QueryItems = [
            "response_type": "code", "client_id": "\(application)", "redirect_uri": redirectURI,
            "scope": scopes.map(\.rawValue).joined(separator: " "), "state": state,
            "code_challenge": OAuth2PKCE.challenge(verifier), "code_challenge_method": "S256",
        ]
        if let prompt { query.add("prompt", prompt.rawValue) }
        installation?.add(to: &query)
        self.init(
            url: "\(page)?\(query.encoded)", state: Secret(state), verifier: Secret(verifier), redirectURI: redirectURI)
    }

    /// The code in what the user came back with.
    ///
    /// - Parameter query: what stands after the `?` of the address they came to.
    /// - Throws: ``EchordError`` with code `oauth2`: the state is another, the user said no, or there is no code.
    public func code(in query: String) throws(EchordError) -> Secret<String> {
        guard let items = QueryItems.parse(query) else {
            throw EchordError(.oauth2, "What the user came back with cannot be read.")
        }
        // First of all: whatever else stands there was written by whoever made the address.
        guard let state = items["state"], items.values("state").count == 1,
            ConstantTime.equal(Array(state.utf8), Array(self.state.reveal().utf8))
        else { throw EchordError(.oauth2, "The user came back with another state: this was begun elsewhere.") }
        if let error = items["error"] {
            let word = error.prefix(64).filter { $0.isASCII && ($0.isLetter || $0 == "_") }
            throw EchordError(.oauth2, "The user did not allow it (\(word)).")
        }
        guard let code = items["code"], !code.isEmpty else {
            throw EchordError(.oauth2, "The user came back without a code.")
        }
        return Secret(code)
    }
}

extension EchordError.Code {
    /// OAuth2 did not go as it should; the message says where.
    public static let oauth2 = Self(rawValue: "oauth2")
}

/// Proof Key for Code Exchange (RFC 7636).
enum OAuth2PKCE {
    /// The S256 challenge of a verifier.
    static func challenge(_ verifier: String) -> String { Base64URL.encode(SHA256.digest(verifier)) }
}

/// How an application is added to a guild or to an account.
public struct OAuth2Installation: Sendable {
    /// What the bot's role may do; with the scope `bot`.
    public var permissions: Permissions?
    /// The guild that is chosen already.
    public var guild: GuildID?
    /// Whether another guild cannot be chosen.
    public var isGuildFixed: Bool
    /// To a guild or to an account; the user chooses when this is left out.
    public var type: IntegrationInstallType?

    /// An installation.
    public init(
        permissions: Permissions? = nil, guild: GuildID? = nil, isGuildFixed: Bool = false,
        type: IntegrationInstallType? = nil
    ) {
        self.permissions = permissions
        self.guild = guild
        self.isGuildFixed = isGuildFixed
        self.type = type
    }

    func add(to query: inout QueryItems) {
        if let permissions { query.add("permissions", String(permissions.rawValue)) }
        if let guild { query.add("guild_id", "\(guild)") }
        if isGuildFixed { query.add("disable_guild_select", "true") }
        if let type { query.add("integration_type", String(type.rawValue)) }
    }

    /// The address that adds an application, without a way back.
    ///
    /// <https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow>
    ///
    /// - Parameters:
    ///   - scopes: `bot` and `applications.commands` unless others are given.
    ///   - page: Discord's page.
    public func inviteURL(
        for application: ApplicationID, scopes: [OAuth2Scope] = [.bot, .applicationsCommands],
        page: String = OAuth2Client.standardPage
    ) -> String {
        var query: QueryItems = [
            "client_id": "\(application)", "scope": scopes.map(\.rawValue).joined(separator: " "),
        ]
        add(to: &query)
        return "\(page)?\(query.encoded)"
    }
}
