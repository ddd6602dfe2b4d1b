import Crypto

/// What users have allowed the application: codes on their way, and tokens.
struct OAuth2Book: Sendable {
    /// What somebody allowed.
    struct Grant: Sendable {
        let user: Flake
        let scopes: [String]
    }

    /// A code, good once and for a short while.
    struct Code: Sendable {
        let grant: Grant
        let redirectURI: String
        let challenge: String?
        let until: Moment
    }

    /// An access token and the one that renews it.
    struct Pair: Sendable {
        let grant: Grant
        let access: String
        let refresh: String?
        let until: Moment
    }

    /// Remembered at most, the oldest going first.
    private static let capacity = 10_000
    static let codeLifetime = Duration.seconds(60)
    static let tokenLifetime = Duration.seconds(604_800)

    private var codes: [(text: String, code: Code)] = []
    private var pairs: [Pair] = []

    mutating func add(_ code: Code, as text: String) {
        codes.append((text, code))
        if codes.count > Self.capacity { codes.removeFirst() }
    }

    /// Takes a code, which is good no longer then.
    mutating func take(_ text: String, at now: Moment) -> Code? {
        guard let index = codes.firstIndex(where: { $0.text == text }) else { return nil }
        let code = codes.remove(at: index).code
        return now < code.until ? code : nil
    }

    mutating func add(_ pair: Pair) {
        pairs.append(pair)
        if pairs.count > Self.capacity { pairs.removeFirst() }
    }

    /// Takes the pair of a refresh token, both of whose tokens are good no longer then.
    mutating func take(refresh: String) -> Pair? {
        guard let index = pairs.firstIndex(where: { $0.refresh == refresh }) else { return nil }
        return pairs.remove(at: index)
    }

    /// The pair of an access token whose time is not over.
    func pair(access: String, at now: Moment) -> Pair? {
        pairs.first { $0.access == access && now < $0.until }
    }

    /// Forgets every token of what the owner of this one allowed.
    mutating func revoke(_ token: String) -> Flake? {
        guard let found = pairs.first(where: { $0.access == token || $0.refresh == token }) else { return nil }
        pairs.removeAll { $0.grant.user == found.grant.user }
        return found.grant.user
    }
}
