import JSON

/// A file that came with a request.
struct UploadedFile: Sendable {
    /// The n of `files[n]`.
    var index: Int
    var filename: String
    var contentType: String?
    var bytes: [UInt8]
}

/// A message as a request describes it: checked, not yet posted.
struct MessageDraft: Sendable {
    /// Who may be pinged.
    ///
    /// Source: https://discord.com/developers/docs/resources/message#allowed-mentions-object
    struct AllowedMentions: Sendable {
        var everyone = true
        var allUsers = true
        var allRoles = true
        var users: Set<Flake> = []
        var roles: Set<Flake> = []
        var repliedUser = true
    }

    /// The message it answers or forwards.
    struct Reference: Sendable {
        var isForward = false
        var message: Flake
        var channel: Flake?
        /// Whether it must be there.
        var isRequired = true
    }

    /// A file of the request, or one that stays from before an edit.
    struct File: Sendable {
        /// The id in the request: an index of `files[n]`, or the id of a file that is there already.
        var id: Flake
        var filename: String?
        var description: String?
        var title: String?
    }

    /// Nil where an edit does not name the field.
    var content: String?
    var embeds: [JSONValue]?
    var components: [JSONValue]?
    var flags: Post.Flags?
    var isTTS = false
    var nonce: JSONValue?
    var enforcesNonce = false
    var mentions = AllowedMentions()
    var reference: Reference?
    var poll: Poll?
    var stickers: [Flake] = []
    var files: [File]?
    var uploads: [UploadedFile] = []
    /// Files that were uploaded before.
    var stored: [Attachment] = []

    /// Whether nothing in it would be visible.
    var isEmpty: Bool {
        content?.trimmed.isEmpty ?? true && embeds?.isEmpty ?? true && components?.isEmpty ?? true && uploads.isEmpty
            && stored.isEmpty
            && files?.isEmpty ?? true && poll == nil && stickers.isEmpty && reference?.isForward != true
    }
}
