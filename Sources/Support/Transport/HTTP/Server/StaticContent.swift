internal import COpenSSL

/// Bytes that do not change while the process lives, with an entity tag: a browser that has them gets 304.
package struct StaticContent: Sendable {
    /// The content.
    package let bytes: [UInt8]
    /// The media type.
    package let type: String
    /// `ETag`, made from the content.
    package let entityTag: String
    /// `Cache-Control`.
    package let cacheControl: String

    /// Content of this media type.
    ///
    /// - Parameter cacheControl: by default `no-cache`: kept, but asked about every time.
    package init(_ bytes: [UInt8], type: String, cacheControl: String = "no-cache") {
        self.bytes = bytes
        self.type = type
        self.cacheControl = cacheControl
        var digest = [UInt8](repeating: 0, count: 32)
        EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil)
        entityTag = "\"" + digest.prefix(12).map { PercentCoding.hexDigits($0) }.joined() + "\""
    }

    /// 304 when `If-None-Match` names the tag (RFC 9110 §13.1.2, weak comparison) or is `*`, otherwise 200 with the
    /// content.
    package func response(to request: HTTPServerRequest) -> HTTPServerResponse {
        let headers: HTTPHeaders = ["ETag": entityTag, "Cache-Control": cacheControl]
        if Self.matches(request.headers.values("If-None-Match"), entityTag) {
            return HTTPServerResponse(status: .notModified, headers: headers)
        }
        return .bytes(bytes, type: type, headers: headers)
    }

    private static func matches(_ fields: [String], _ tag: String) -> Bool {
        // Our tags hold no comma, so a comma inside someone else's cannot make a match of it.
        fields.contains { field in
            field.split(separator: ",").contains { part in
                let given = String(decoding: ASCII.trimmed(part.utf8), as: UTF8.self)
                return given == "*" || given == tag || given == "W/" + tag
            }
        }
    }
}
