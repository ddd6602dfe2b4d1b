/// A response's status code (RFC 9110 §15).
package struct HTTPStatus: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The three digits.
    package let rawValue: Int

    /// A status of any number; the server sends 500 instead of one outside 100–599.
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Whether this is a 2xx.
    package var isSuccess: Bool { rawValue / 100 == 2 }

    /// `1xx` to `5xx`, or `other`: the value of a metric's label.
    package var family: String { familyIndex.map { Self.families[$0] } ?? "other" }

    /// The place of `family` in `families`; nil for `other`.
    var familyIndex: Int? {
        let index = rawValue / 100 - 1
        return Self.families.indices.contains(index) ? index : nil
    }

    /// Every value of `family` but `other`.
    package static let families = ["1xx", "2xx", "3xx", "4xx", "5xx"]

    /// The number.
    package var description: String { String(rawValue) }
}

extension HTTPStatus {
    /// 101
    package static let switchingProtocols = HTTPStatus(rawValue: 101)
    /// 200
    package static let ok = HTTPStatus(rawValue: 200)
    /// 201
    package static let created = HTTPStatus(rawValue: 201)
    /// 202
    package static let accepted = HTTPStatus(rawValue: 202)
    /// 204
    package static let noContent = HTTPStatus(rawValue: 204)
    /// 301
    package static let movedPermanently = HTTPStatus(rawValue: 301)
    /// 302
    package static let found = HTTPStatus(rawValue: 302)
    /// 304
    package static let notModified = HTTPStatus(rawValue: 304)
    /// 400
    package static let badRequest = HTTPStatus(rawValue: 400)
    /// 401
    package static let unauthorized = HTTPStatus(rawValue: 401)
    /// 403
    package static let forbidden = HTTPStatus(rawValue: 403)
    /// 404
    package static let notFound = HTTPStatus(rawValue: 404)
    /// 405
    package static let methodNotAllowed = HTTPStatus(rawValue: 405)
    /// 408
    package static let requestTimeout = HTTPStatus(rawValue: 408)
    /// 409
    package static let conflict = HTTPStatus(rawValue: 409)
    /// 411
    package static let lengthRequired = HTTPStatus(rawValue: 411)
    /// 413
    package static let contentTooLarge = HTTPStatus(rawValue: 413)
    /// 414
    package static let uriTooLong = HTTPStatus(rawValue: 414)
    /// 415
    package static let unsupportedMediaType = HTTPStatus(rawValue: 415)
    /// 422
    package static let unprocessableContent = HTTPStatus(rawValue: 422)
    /// 426
    package static let upgradeRequired = HTTPStatus(rawValue: 426)
    /// 429
    package static let tooManyRequests = HTTPStatus(rawValue: 429)
    /// 431
    package static let requestHeaderFieldsTooLarge = HTTPStatus(rawValue: 431)
    /// 500
    package static let internalServerError = HTTPStatus(rawValue: 500)
    /// 501
    package static let notImplemented = HTTPStatus(rawValue: 501)
    /// 502
    package static let badGateway = HTTPStatus(rawValue: 502)
    /// 503
    package static let serviceUnavailable = HTTPStatus(rawValue: 503)
    /// 504
    package static let gatewayTimeout = HTTPStatus(rawValue: 504)
    /// 505
    package static let versionNotSupported = HTTPStatus(rawValue: 505)
}
