internal import Crypto
public import EchordModel

extension DataURI {
    /// Content of a known media type, such as `image/png` or `audio/ogg`.
    public init(_ bytes: [UInt8], mediaType: String) {
        self.init(rawValue: "data:\(mediaType);base64,\(Base64.encode(bytes))")
    }

    /// A picture whose media type is found by its first bytes: PNG, JPEG, GIF, WebP or AVIF; `nil` for anything else.
    public init?(image bytes: [UInt8]) {
        guard let type = Self.imageType(bytes) else { return nil }
        self.init(bytes, mediaType: type)
    }

    private static func imageType(_ bytes: [UInt8]) -> String? {
        let signatures: [(offset: Int, signature: [UInt8], type: String)] = [
            (0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"), (0, [0xFF, 0xD8, 0xFF], "image/jpeg"),
            (0, Array("GIF8".utf8), "image/gif"), (8, Array("WEBP".utf8), "image/webp"),
            (4, Array("ftypavif".utf8), "image/avif"), (4, Array("ftypavis".utf8), "image/avif"),
        ]
        return signatures.first { bytes.dropFirst($0.offset).starts(with: $0.signature) }?.type
    }
}
