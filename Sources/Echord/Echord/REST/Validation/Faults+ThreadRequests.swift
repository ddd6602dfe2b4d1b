public import EchordModel
internal import EchordPrimitives
internal import JSON

extension CreateThread: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(name, DiscordLimits.Channel.name, at: "name")
            faults.number(rateLimitPerUser, DiscordLimits.Channel.slowmode, at: "rate_limit_per_user")
        }
    }
}

extension CreateForumPost: LocallyValidated {
    /// Everything Discord would refuse.
    public var issues: [FieldIssue] {
        FaultCollector.collect { faults in
            faults.length(name, DiscordLimits.Channel.name, at: "name")
            faults.number(rateLimitPerUser, DiscordLimits.Channel.slowmode, at: "rate_limit_per_user")
            faults.count(appliedTags, upTo: DiscordLimits.Channel.appliedTags, of: "tags", at: "applied_tags")
            faults.at("message") { $0.newMessage(message) }
        }
    }
}

extension CreateForumPost: FileCarrying {
    var namedFiles: [AttachmentRequest] { message.namedFiles }

    func naming(_ files: [FileUpload]) -> CreateForumPost {
        var post = self
        post.message = message.naming(files)
        return post
    }
}
