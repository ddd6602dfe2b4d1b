internal import EchordModel
internal import EchordPrimitives
public import JSON
internal import Transport

/// What a request sends, and what is wrong with it.
public struct RequestBody: Sendable {
    enum Content: Sendable {
        case none
        case json([UInt8])
        case form([QueryParameter])
        case multipart([FormPart])
    }

    let content: Content
    /// Everything that Discord would refuse, as far as it is known here.
    let issues: [FieldIssue]

    /// Nothing.
    public static let none = RequestBody(content: .none, issues: [])

    /// A value as a JSON document.
    public static func json(_ value: some JSONEncodable) -> RequestBody {
        RequestBody(content: .json(JSON.encode(value)), issues: [])
    }

    /// A value as a JSON document, checked against Discord's limits.
    public static func json(_ value: some JSONEncodable & LocallyValidated) -> RequestBody {
        RequestBody(content: .json(JSON.encode(value)), issues: value.issues)
    }

    /// A value and files: as a JSON document where there are no files, otherwise as `payload_json` and `files[n]`.
    ///
    /// Discord: *Reference › Uploading Files*.
    public static func json(_ value: some JSONEncodable, files: [FileUpload]) -> RequestBody {
        document(JSON.encode(value), [], files)
    }

    /// A value, checked against Discord's limits, and files.
    public static func json(_ value: some JSONEncodable & LocallyValidated, files: [FileUpload]) -> RequestBody {
        document(JSON.encode(value), value.issues, files)
    }

    /// A value, and a file beside it if there is one: as a JSON document, otherwise as `payload_json` and a part.
    static func json(
        _ value: some JSONEncodable & LocallyValidated, withFile file: FileUpload?, as name: String
    ) -> RequestBody {
        guard let file else { return json(value) }
        return multipart(
            [
                FormPart(name: "payload_json", contentType: "application/json", body: JSON.encode(value)),
                FormPart(name: name, file: file),
            ], issues: value.issues)
    }

    /// A message and files; the message's list of files names those that it does not name itself.
    static func message(_ message: some JSONEncodable & LocallyValidated & FileCarrying, _ files: [FileUpload]) -> Self
    {
        let named = files.isEmpty ? message : message.naming(files)
        return document(JSON.encode(named), message.issues, files, besides: message.namedFiles)
    }

    private static func document(
        _ json: [UInt8], _ issues: [FieldIssue], _ files: [FileUpload], besides named: [AttachmentRequest] = []
    ) -> RequestBody {
        guard !files.isEmpty else { return RequestBody(content: .json(json), issues: issues) }
        var parts = [FormPart(name: "payload_json", contentType: "application/json", body: json)]
        for (index, file) in files.enumerated() { parts.append(FormPart(name: "files[\(index)]", file: file)) }
        // Files are something to say.
        let others = issues.filter { $0.code != FaultCode.empty.rawValue }
        return RequestBody(
            content: .multipart(parts),
            issues: others + FaultCollector.collect { $0.files(files, besides: named, upTo: .max) })
    }

    /// Fields as `application/x-www-form-urlencoded`, as OAuth2 wants them.
    public static func form(_ fields: [QueryParameter]) -> RequestBody {
        RequestBody(content: .form(fields), issues: fields.compactMap(\.issue))
    }

    /// Parts as `multipart/form-data`.
    static func multipart(_ parts: [FormPart?], issues: [FieldIssue] = []) -> RequestBody {
        RequestBody(content: .multipart(parts.compactMap { $0 }), issues: issues)
    }
}

/// A file to send.
public struct FileUpload: Hashable, Sendable {
    /// Its name with its ending.
    public var name: String
    /// Its media type; Discord guesses without.
    public var contentType: String?
    /// Its content.
    public var bytes: [UInt8]
    /// Alt text, up to 1024 characters.
    public var description: String?

    /// Makes a file to send.
    public init(name: String, contentType: String? = nil, bytes: [UInt8], description: String? = nil) {
        self.name = name
        self.contentType = contentType
        self.bytes = bytes
        self.description = description
    }
}
