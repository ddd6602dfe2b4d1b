extension String {
    /// The name as most APIs write it: `globalName` is `global_name`, `avatarURL` is `avatar_url`, `hasMFANow` is
    /// `has_mfa_now`. A digit belongs to what stands before it.
    var snakeCased: String {
        let characters = Array(self)
        var result = ""
        for (index, character) in characters.enumerated() {
            if character.isUppercase, index > 0, characters[index - 1] != "_" {
                let follows = !characters[index - 1].isUppercase
                let startsWord = index + 1 < characters.count && characters[index + 1].isLowercase
                if follows || startsWord { result += "_" }
            }
            result += character.lowercased()
        }
        return result
    }
}
