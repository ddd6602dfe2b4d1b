import Crypto
import FoundationEssentials
import Transport

import class Foundation.Bundle

/// The files of the Playground, served by their names from memory: a path outside them cannot be asked for.
struct PlaygroundFiles: Sendable {
    struct File: Sendable {
        var bytes: [UInt8]
        var contentType: String
        var tag: String
    }

    /// Read at most, in all; the page is small.
    static let limit = 32 * 1024 * 1024
    /// Nothing from elsewhere: pictures of other sites stay links. `blob:` shows a file before it is sent.
    static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
        + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

    private(set) var files: [String: File] = [:]
    /// The folder that is read anew for every request.
    private var folder: String?

    init(files: [String: File] = [:]) {
        self.files = files
    }

    /// Reads a folder anew for every request, for whoever is changing the page.
    static func live(_ folder: String) -> PlaygroundFiles {
        var files = PlaygroundFiles()
        files.folder = folder
        return files
    }

    /// Reads the folder that was built into the product.
    static func bundled() -> PlaygroundFiles {
        guard let folder = Bundle.module.path(forResource: "Resources", ofType: nil) else { return PlaygroundFiles() }
        return PlaygroundFiles(folder: folder)
    }

    /// Reads every file under a folder.
    init(folder: String) {
        let manager = FileManager.default
        guard let names = try? manager.subpathsOfDirectory(atPath: folder) else { return }
        var total = 0
        for name in names.sorted() {
            guard let data = manager.contents(atPath: folder + "/" + name), total + data.count <= Self.limit else {
                continue
            }
            var isFolder = false
            guard manager.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder), !isFolder else { continue }
            total += data.count
            add(Array(data), as: "/" + name)
        }
    }

    mutating func add(_ bytes: [UInt8], as path: String) {
        let digest = SHA256.digest(bytes).prefix(16)
        let tag = "\"" + digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() + "\""
        files[path] = File(bytes: bytes, contentType: Self.contentType(of: path), tag: tag)
    }

    /// Answers a request for a file.
    func respond(to request: HTTPServerRequest) -> HTTPServerResponse {
        guard request.method == .get || request.method == .head else {
            return HTTPServerResponse(status: .methodNotAllowed, headers: ["Allow": "GET, HEAD"])
        }
        if let folder { return PlaygroundFiles(folder: folder).respond(to: request) }
        let path = PercentCoding.decode(request.path) ?? request.path
        guard let file = files[path == "/" ? "/index.html" : path] else {
            return .text("Not found", status: .notFound)
        }
        var headers: HTTPHeaders = [
            "ETag": file.tag, "Cache-Control": "no-cache", "Content-Security-Policy": Self.policy,
            "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
        ]
        if request.headers["If-None-Match"] == file.tag {
            return HTTPServerResponse(status: .notModified, headers: headers)
        }
        headers.set("Content-Type", file.contentType)
        return HTTPServerResponse(status: .ok, headers: headers, body: .bytes(file.bytes))
    }

    static func contentType(of path: String) -> String {
        switch path.split(separator: ".").last?.lowercased() {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js", "mjs": "text/javascript; charset=utf-8"
        case "json", "map": "application/json; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "ico": "image/x-icon"
        case "webp": "image/webp"
        case "woff2": "font/woff2"
        case "txt", "md": "text/plain; charset=utf-8"
        default: "application/octet-stream"
        }
    }
}
