import Crypto
import JSON

/// An image in a data URI, as icons, avatars and emojis are sent.
///
/// Source: https://discord.com/developers/docs/reference#image-data
struct ImageData: Sendable {
    /// What the bytes themselves say they are; the URI's word does not count.
    enum Kind: String, Sendable {
        case png
        case jpeg
        case gif
        case webp
        case avif
    }

    var kind: Kind
    var bytes: [UInt8]
    /// What Discord would name it by: 32 hexadecimal digits, `a_` before them when it moves.
    var hash: String

    var isAnimated: Bool { hash.hasPrefix("a_") }

    /// Decodes a data URI; nil when it is none, or no image of a kind Discord takes.
    init?(dataURI text: String) {
        guard text.hasPrefix("data:image/"), let comma = text.firstIndex(of: ","),
            text[..<comma].hasSuffix(";base64"), let bytes = Base64.decode(text[text.index(after: comma)...]),
            let kind = Self.kind(of: bytes)
        else { return nil }
        self.kind = kind
        self.bytes = bytes
        hash = (kind == .gif ? "a_" : "") + Self.hash(of: bytes)
    }

    static func hash(of bytes: [UInt8]) -> String { Hex.encode(SHA256.digest(bytes).prefix(16)) }

    /// Looks at the first bytes.
    static func kind(of bytes: [UInt8]) -> Kind? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: Array("GIF8".utf8)) { return .gif }
        guard bytes.count >= 12 else { return nil }
        if bytes.starts(with: Array("RIFF".utf8)), Array(bytes[8..<12]) == Array("WEBP".utf8) { return .webp }
        if Array(bytes[4..<8]) == Array("ftyp".utf8), Array(bytes[8..<12]) == Array("avif".utf8) { return .avif }
        return nil
    }
}

extension Form {
    /// An image in a data URI.
    ///
    /// - Parameter limit: Bytes it may have.
    mutating func image(_ key: String, limit: Int = 10_240_000, required: Bool = false) -> ImageData? {
        guard let text = text(key, 0...Int(Int32.max), required: required) else { return nil }
        guard let image = ImageData(dataURI: text) else {
            complain(key, "IMAGE_INVALID", "Invalid image data")
            return nil
        }
        guard image.bytes.count <= limit else {
            let kilobytes = Double(limit) / 1000
            complain(key, "BINARY_TYPE_MAX_LENGTH", "File cannot be larger than \(kilobytes) kb.")
            return nil
        }
        images.append(image)
        return image
    }
}
