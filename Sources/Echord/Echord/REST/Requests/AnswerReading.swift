public import JSON

/// How the body of a successful answer becomes a value.
public struct AnswerReading<Response: Sendable>: Sendable {
    let read: @Sendable ([UInt8]) throws(JSONError) -> Response

    /// Reads in a way of its own.
    public init(_ read: @escaping @Sendable ([UInt8]) throws(JSONError) -> Response) {
        self.read = read
    }
}

extension AnswerReading where Response: JSONDecodable {
    /// As JSON.
    public static var json: Self {
        Self { (answer: [UInt8]) throws(JSONError) -> Response in try JSON.decode(from: answer) }
    }
}

extension AnswerReading where Response == Void {
    /// Nothing is read.
    public static var nothing: Self { Self { (_: [UInt8]) throws(JSONError) -> Void in } }
}

extension AnswerReading where Response == [UInt8] {
    /// The bytes as they came.
    public static var bytes: Self { Self { (answer: [UInt8]) throws(JSONError) -> [UInt8] in answer } }
}

extension AnswerReading {
    /// As JSON, or `nil` for an answer without a body (status 204).
    public static func jsonIfPresent<Wrapped: JSONDecodable & Sendable>() -> Self where Response == Wrapped? {
        Self { (answer: [UInt8]) throws(JSONError) -> Wrapped? in
            answer.isEmpty ? nil : try JSON.decode(Wrapped?.self, from: answer)
        }
    }

    /// As a JSON array; Discord writes `null` for an empty one in places.
    public static func list<Element: JSONDecodable & Sendable>() -> Self where Response == [Element] {
        Self { (answer: [UInt8]) throws(JSONError) -> [Element] in
            try JSON.decode([Element]?.self, from: answer) ?? []
        }
    }
}
