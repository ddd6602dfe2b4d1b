/// A request's method (RFC 9110 §9). Methods are case-sensitive.
package struct HTTPMethod: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The method as on the wire.
    package let rawValue: String

    /// A method of any name; one that is not a token is refused when a request is sent.
    package init(rawValue: String) { self.rawValue = rawValue }

    /// `GET`
    package static let get = HTTPMethod(rawValue: "GET")
    /// `HEAD`
    package static let head = HTTPMethod(rawValue: "HEAD")
    /// `POST`
    package static let post = HTTPMethod(rawValue: "POST")
    /// `PUT`
    package static let put = HTTPMethod(rawValue: "PUT")
    /// `PATCH`
    package static let patch = HTTPMethod(rawValue: "PATCH")
    /// `DELETE`
    package static let delete = HTTPMethod(rawValue: "DELETE")
    /// `OPTIONS`
    package static let options = HTTPMethod(rawValue: "OPTIONS")

    /// The methods with a name here; the closed set of a metric's label.
    package static let known: [HTTPMethod] = [.get, .head, .post, .put, .patch, .delete, .options]

    /// The method as on the wire.
    package var description: String { rawValue }
}
