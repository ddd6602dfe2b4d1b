import Crypto

/// Small images as data URIs.
enum Pictures {
    static let png = uri("png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1])
    static let gif = uri("gif", Array("GIF89a".utf8))
    static let jpeg = uri("jpeg", [0xFF, 0xD8, 0xFF, 0xE0])
    static let webp = uri("webp", Array("RIFF....WEBP".utf8))
    static let avif = uri("avif", Array("....ftypavif".utf8))

    static func uri(_ kind: String, _ bytes: [UInt8]) -> String { "data:image/\(kind);base64,\(Base64.encode(bytes))" }
}
