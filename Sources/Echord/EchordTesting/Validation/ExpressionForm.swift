import JSON

/// The fields of emojis and stickers. Sources: https://discord.com/developers/docs/resources/emoji,
/// https://discord.com/developers/docs/resources/sticker
extension Form {
    /// Reads an emoji's fields over what they are; its picture is read apart.
    mutating func emoji(over emoji: Emoji, roles known: (Flake) -> Bool) -> Emoji {
        var emoji = emoji
        set("name", &emoji.name) { form, key in
            guard let name = form.text(key, Emoji.nameLength) else { return nil }
            let isPlain = name.unicodeScalars.allSatisfy { scalar in
                scalar == "_" || scalar.isASCII && (scalar.properties.isAlphabetic || (48...57).contains(scalar.value))
            }
            if !isPlain {
                form.complain(key, "STRING_TYPE_REGEX", "String value did not match validation regex.")
            }
            return name
        }
        if has("roles") { emoji.roles = flakes("roles", 0...1521) ?? [] }
        for role in emoji.roles where !known(role) { complain("roles", "UNKNOWN_ROLE", "Unknown role \(role.text)") }
        return emoji
    }

    /// Reads a sticker's fields over what they are; its file is read apart.
    mutating func sticker(over sticker: Sticker) -> Sticker {
        var sticker = sticker
        set("name", &sticker.name) { $0.text($1, 2...30) }
        set("tags", &sticker.tags) { $0.text($1, 1...200) }
        change("description", &sticker.description) { form, key in
            guard let text = form.text(key, 0...100), !text.isEmpty else { return nil }
            if text.unicodeScalars.count < 2 { form.errors.badLength(form.path + [key], 2...100) }
            return text
        }
        return sticker
    }
}

extension Sticker.Format {
    /// What a file is, by its bytes; nil for what is no sticker.
    init?(_ bytes: [UInt8]) {
        switch ImageData.kind(of: bytes) {
        case .png: self = Self.isMoving(bytes) ? .apng : .png
        case .gif: self = .gif
        case nil where bytes.first == UInt8(ascii: "{"): self = .lottie
        default: return nil
        }
    }

    /// A PNG that moves has the chunk acTL before its picture.
    private static func isMoving(_ bytes: [UInt8]) -> Bool {
        bytes.prefix(1024).split(separator: UInt8(ascii: "a"), omittingEmptySubsequences: false).dropFirst()
            .contains { $0.starts(with: Array("cTL".utf8)) }
    }
}
