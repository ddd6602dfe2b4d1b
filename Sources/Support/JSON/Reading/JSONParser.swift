internal import CSimdJSON

/// A parser with buffers that it uses again for every document. One thread at a time.
///
/// The bytes are copied into a padded buffer and parsed as a whole, so a document that is wrong anywhere is refused
/// before anything is read from it. Parsing runs at 2–3 GB/s.
public final class JSONParser {
    /// What a parser accepts and what it keeps.
    public struct Limits: Sendable, Hashable {
        /// The longest document in bytes, at most 1 GiB. Default 16 MiB.
        public var bytes: Int
        /// How many containers that are not empty may stand inside each other, 1 to 1,024. Default 128.
        public var depth: Int
        /// Buffers that a document longer than this has made are given back after it. Default 256 KiB.
        public var retainedBytes: Int

        /// Limits that differ from the defaults where given.
        public init(bytes: Int = 16 << 20, depth: Int = 128, retainedBytes: Int = 256 << 10) {
            self.bytes = min(max(0, bytes), 1 << 30)
            self.depth = min(max(1, depth), 1024)
            self.retainedBytes = max(0, retainedBytes)
        }
    }

    /// What this parser accepts.
    public let limits: Limits

    private var handle: OpaquePointer?
    private let isThreadParser: Bool
    private var isInUse = false

    /// A parser of its own; its buffers come with the first document.
    public init(limits: Limits = Limits()) {
        self.limits = limits
        isThreadParser = false
    }

    private init(threadParser: OpaquePointer) {
        limits = Limits()
        handle = threadParser
        isThreadParser = true
    }

    deinit {
        if isThreadParser {
            csimdjson_thread_parser_give(handle)
        } else {
            csimdjson_parser_destroy(handle)
        }
    }

    /// Parses a document and lends a reader on its root.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8 text of one document.
    ///   - body: what to do with it. The reader, and all that comes from it, must not outlive the call.
    /// - Throws: ``JSONError``, of the parser or of `body`.
    @inlinable
    public func withDocument<Result>(
        _ bytes: UnsafeRawBufferPointer, _ body: (JSONReader) throws(JSONError) -> Result
    ) throws(JSONError) -> Result {
        let root = try open(bytes)
        defer { close(bytes.count) }
        return try body(root)
    }

    /// Parses a document and lends a reader on its root, which must not outlive the call.
    @inlinable
    public func withDocument<Result>(
        _ bytes: [UInt8], _ body: (JSONReader) throws(JSONError) -> Result
    ) throws(JSONError) -> Result {
        try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
            try withDocument(UnsafeRawBufferPointer(buffer), body)
        }
    }

    /// Parses a document and lends a reader on its root, which must not outlive the call.
    @inlinable
    public func withDocument<Result>(
        _ text: String, _ body: (JSONReader) throws(JSONError) -> Result
    ) throws(JSONError) -> Result {
        try withDocument(Array(text.utf8), body)
    }

    /// The parser of the calling thread, which is given back when the last reference goes; a new one where a decoder
    /// decodes another document inside. It must stay on its thread, so nothing may wait while it is held.
    @usableFromInline
    static func ofThread() -> JSONParser {
        csimdjson_thread_parser_take(Limits().depth).map(JSONParser.init(threadParser:)) ?? JSONParser()
    }

    @usableFromInline
    func open(_ bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSONReader {
        guard !isInUse else { throw JSONError(.parserInUse, "the parser still holds another document") }
        guard bytes.count <= limits.bytes else {
            throw JSONError(.tooLarge, "the document has \(bytes.count) bytes, the limit is \(limits.bytes)")
        }
        if handle == nil { handle = csimdjson_parser_create(limits.depth) }
        guard let handle else { throw JSONError(.outOfMemory, "no memory for a parser") }
        let document = csimdjson_parse(handle, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count)
        guard document.status == CSIMDJSON_OK, let tape = document.tape, let strings = document.strings else {
            csimdjson_parser_trim(handle, limits.retainedBytes)
            throw refusal(document.status, count: bytes.count)
        }
        isInUse = true
        return JSONReader(tape: tape, strings: strings, index: 1)
    }

    @usableFromInline
    func close(_ count: Int) {
        isInUse = false
        if count > limits.retainedBytes, let handle { csimdjson_parser_trim(handle, limits.retainedBytes) }
    }

    private func refusal(_ status: csimdjson_status, count: Int) -> JSONError {
        switch status {
        case CSIMDJSON_UTF8: JSONError(.invalidUTF8, "the document is no UTF-8")
        case CSIMDJSON_STRING: JSONError(.invalidString, "a string is malformed or does not end")
        case CSIMDJSON_NUMBER: JSONError(.invalidNumber, "a number is malformed or too large")
        case CSIMDJSON_DEPTH: JSONError(.tooDeep, "the document is deeper than \(limits.depth) levels")
        case CSIMDJSON_MEMORY: JSONError(.outOfMemory, "no memory for a document of \(count) bytes")
        default: JSONError(.syntax, count == 0 ? "the document is empty" : "the document is no JSON")
        }
    }
}
