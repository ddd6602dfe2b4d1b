import JSON
import Transport

/// Sends each request of the one port where it belongs.
struct FrontDoor: Sendable {
    private let rest: RESTEndpoint
    private let control: ControlEndpoint
    private let files: PlaygroundFiles
    private let hub: Hub
    private let gate: ControlGate

    init(discord: LocalDiscord, files: PlaygroundFiles) {
        hub = discord.hub
        gate = discord.gate
        rest = RESTEndpoint(
            hub: discord.hub, proof: discord.caller().map { EndpointProof(hub: discord.hub, caller: $0) })
        control = ControlEndpoint(discord: discord, rest: rest)
        self.files = files
    }

    func respond(to request: HTTPServerRequest) async -> HTTPServerResponse {
        let path = request.path
        if path == "/api" || path.hasPrefix("/api/") { return await rest.respond(to: request) }
        if path == "/gateway" || path == "/gateway/" || path == "/" && Self.wantsWebSocket(request) {
            return gateway(request)
        }
        if path == "/oauth2/authorize" { return OAuth2Page(hub: hub, gate: gate).respond(to: request) }
        if path == "/control" || path.hasPrefix("/control/") { return await control.respond(to: request) }
        if path.hasPrefix("/attachments/") { return attachment(path) }
        if let picture = PicturePath(path) { return self.picture(picture) }
        return gate.welcome(request) ?? files.respond(to: request)
    }

    private static func wantsWebSocket(_ request: HTTPServerRequest) -> Bool {
        request.headers.contains("Upgrade", token: "websocket")
    }

    private func gateway(_ request: HTTPServerRequest) -> HTTPServerResponse {
        let endpoint = GatewayEndpoint(hub: hub, query: request.queryItems ?? [:])
        var limits = WebSocketLimits.server
        limits.maxMessageBytes = 64 * 1024
        // The gateway has its own heartbeat, and Discord sends no pings.
        limits.keepAlive = nil
        return .webSocket(limits: limits) { socket in await endpoint.serve(socket) }
    }

    /// A picture, as Discord's CDN gives it.
    private func picture(_ path: PicturePath) -> HTTPServerResponse {
        let found = hub.read { realm in path.hash(in: realm.world).flatMap { realm.world.images[$0] } }
        guard let found else { return .text("", status: .notFound) }
        guard path.fits(found) else { return .text("", status: HTTPStatus(rawValue: 415)) }
        return .bytes(
            found.bytes, type: found.contentType, status: .ok,
            headers: [
                "X-Content-Type-Options": "nosniff", "Cache-Control": "public, max-age=31536000",
                "Content-Security-Policy": "default-src 'none'; sandbox", "Access-Control-Allow-Origin": "*",
            ])
    }

    /// A file, as Discord's CDN gives it: never run as a page of this site.
    private func attachment(_ path: String) -> HTTPServerResponse {
        let parts = path.split(separator: "/")
        guard parts.count == 4, let id = Flake(parts[2]), let file = hub.read({ $0.world.files[id] }),
            file.attachment.filename == parts[3]
        else { return .text("This content is no longer available.", status: .notFound) }
        let type = file.attachment.contentType ?? "application/octet-stream"
        let isImage = ["image/png", "image/jpeg", "image/gif", "image/webp"].contains(type)
        return .bytes(
            file.bytes, type: isImage ? type : "application/octet-stream", status: .ok,
            headers: [
                "X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=31536000",
                "Content-Security-Policy": "default-src 'none'; sandbox",
                "Content-Disposition": "\(isImage ? "inline" : "attachment"); filename=\"\(file.attachment.filename)\"",
            ])
    }
}
