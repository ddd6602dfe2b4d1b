/// One operation of the REST API.
struct Route: Sendable {
    /// Throws nothing but a ``Refusal``; untyped, because a closure's own error type is not inferred.
    typealias Handler = @Sendable (inout Realm, RESTCall) throws -> RESTReply

    let method: String
    /// With parameters in braces: `/channels/{channel}/messages`.
    let template: String
    let rule: RateLimiter.Rule?
    let audience: Audience
    let handler: Handler

    /// Who may ask.
    enum Audience: Sendable {
        /// The bot and people.
        case signedIn
        /// Anyone: it needs no token, or the path holds one of its own.
        case anyone
        /// The bot alone.
        case bots
        /// People alone: what only Discord's client does.
        case people
    }

    fileprivate let parts: [Substring]

    init(
        _ method: String, _ template: String, _ rule: RateLimiter.Rule?, for audience: Audience = .signedIn,
        _ handler: @escaping Handler
    ) {
        (self.method, self.template, self.rule) = (method, template, rule)
        (self.audience, self.handler) = (audience, handler)
        parts = template.split(separator: "/")
    }

    /// The parameters when a path fits.
    fileprivate func match(_ path: [String]) -> [String: String]? {
        guard path.count == parts.count else { return nil }
        var parameters: [String: String] = [:]
        for (part, given) in zip(parts, path) {
            if part.first == "{" {
                parameters[String(part.dropFirst().dropLast())] = given
            } else if part != given {
                return nil
            }
        }
        return parameters
    }

    /// The value of the top-level resource, which a bucket belongs to.
    func resource(_ parameters: [String: String]) -> String {
        if let webhook = parameters["webhook"] {
            return "w\(webhook.utf8.count):\(webhook)\(parameters["token"] ?? "")"
        }
        for name in ["channel", "guild"] {
            if let value = parameters[name] { return "\(name):\(value)" }
        }
        return ""
    }
}

/// All operations, found by method and path.
struct RouteTable: Sendable {
    enum Lookup {
        case found(Route, [String: String])
        case otherMethod
        case nothing
    }

    private var byLength: [Int: [Route]] = [:]

    init(_ routes: [Route]) {
        for route in routes { byLength[route.parts.count, default: []].append(route) }
    }

    /// Every route.
    var routes: [Route] { byLength.values.flatMap { $0 } }

    /// Finds the route; words win over parameters (`@me` over `{user}`).
    func find(_ method: String, _ path: [String]) -> Lookup {
        var best: (Route, [String: String])?
        var exists = false
        for route in byLength[path.count] ?? [] {
            guard let parameters = route.match(path) else { continue }
            exists = true
            guard route.method == method else { continue }
            if let found = best, found.1.count <= parameters.count { continue }
            best = (route, parameters)
        }
        if let best { return .found(best.0, best.1) }
        return exists ? .otherMethod : .nothing
    }

    static let discord = RouteTable(
        [
            gatewayRoutes, userRoutes, applicationRoutes, commandRoutes, interactionRoutes, channelRoutes,
            overwriteRoutes, messageRoutes, pinRoutes, pollRoutes, reactionRoutes, threadRoutes, webhookRoutes,
            webhookMessageRoutes,
            guildRoutes, roleRoutes, memberRoutes, banRoutes, auditLogRoutes, oauth2Routes, emojiRoutes, stickerRoutes,
            inviteRoutes, scheduledEventRoutes, autoModerationRoutes, welcomeRoutes, templateRoutes, soundboardRoutes,
            stageRoutes, voiceRoutes, searchRoutes,
        ].flatMap { $0 })
}
