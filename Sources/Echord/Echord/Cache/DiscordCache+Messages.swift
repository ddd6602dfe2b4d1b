internal import EchordModel
internal import EchordPrimitives
internal import Locking

extension DiscordCache {
    func attachMessages(to hub: EventHub) {
        guard configuration.messages.isOn else { return }
        hub.tap(MessageCreate.self) { [self] event, _ in create(event.message) }
        hub.tap(MessageUpdate.self) { [self] event, _ in keep(event.message) }
        hub.tap(MessageDelete.self) { [self] event, _ in messageStore.remove(event.id) }
        hub.tap(MessageDeleteBulk.self) { [self] event, _ in for id in event.ids { messageStore.remove(id) } }
        hub.tap(MessageReactionAdd.self) { [self] event, _ in add(event) }
        hub.tap(MessageReactionRemove.self) { [self] event, _ in remove(event) }
        hub.tap(MessageReactionRemoveAll.self) { [self] event, _ in
            messageStore.change(event.messageID, in: event.channelID) { $0.reactions = [] }
        }
        hub.tap(MessageReactionRemoveEmoji.self) { [self] event, _ in
            messageStore.change(event.messageID, in: event.channelID) { message in
                message.reactions.removeAll { $0.emoji.isSame(as: event.emoji) }
            }
        }
        hub.tap(MessagePollVoteAdd.self) { [self] event, _ in
            vote(event.answerID, by: event.userID, on: event.messageID, in: event.channelID, +1)
        }
        hub.tap(MessagePollVoteRemove.self) { [self] event, _ in
            vote(event.answerID, by: event.userID, on: event.messageID, in: event.channelID, -1)
        }
    }

    private func create(_ message: Message) {
        if channelStore.contains(message.channelID) {
            lastMessages.withLock { $0[message.channelID] = message.id }
        }
        if message.webhookID == nil {
            if let guild = message.guildID, var member = message.member {
                member.user = message.author
                keep(member, in: guild)
            } else {
                userStore.put(message.author, message.author.id, in: 0)
            }
        }
        keep(message)
    }

    private func keep(_ message: Message) {
        messageStore.put(message, message.id, in: message.channelID)
    }

    private func isOwn(_ user: UserID) -> Bool { facts.withLock { $0.own?.id } == user }

    private func add(_ event: MessageReactionAdd) {
        if let guild = event.guildID, let member = event.member { keep(member, in: guild) }
        let isMine = isOwn(event.userID)
        messageStore.change(event.messageID, in: event.channelID) { message in
            let place = message.reactions.firstIndex { $0.emoji.isSame(as: event.emoji) }
            var reaction = place.map { message.reactions[$0] } ?? Reaction(emoji: event.emoji)
            reaction.change(by: +1, isBurst: event.isBurst, isMine: isMine)
            if event.isBurst, let colours = event.burstColors { reaction.burstColors = colours }
            if let place { message.reactions[place] = reaction } else { message.reactions.append(reaction) }
        }
    }

    private func remove(_ event: MessageReactionRemove) {
        let isMine = isOwn(event.userID)
        messageStore.change(event.messageID, in: event.channelID) { message in
            guard let place = message.reactions.firstIndex(where: { $0.emoji.isSame(as: event.emoji) }) else { return }
            message.reactions[place].change(by: -1, isBurst: event.isBurst, isMine: isMine)
            if message.reactions[place].count <= 0 { message.reactions.remove(at: place) }
        }
    }

    private func vote(_ answer: Int, by user: UserID, on message: MessageID, in channel: ChannelID, _ change: Int) {
        let isMine = isOwn(user)
        messageStore.change(message, in: channel) { message in
            guard var poll = message.poll else { return }
            var results = poll.results ?? PollResults()
            var count =
                results.answerCounts.first { $0.id == answer } ?? PollAnswerCount(id: answer, count: 0)
            count.count = max(0, count.count + change)
            if isMine { count.isMine = change > 0 }
            results.answerCounts.removeAll { $0.id == answer }
            results.answerCounts.append(count)
            poll.results = results
            message.poll = poll
        }
    }
}

extension Reaction {
    fileprivate mutating func change(by change: Int, isBurst: Bool, isMine mine: Bool) {
        count += change
        var details = countDetails ?? ReactionCountDetails(burst: 0, normal: count - change)
        if isBurst {
            details.burst = max(0, details.burst + change)
        } else {
            details.normal = max(0, details.normal + change)
        }
        countDetails = details
        guard mine else { return }
        if isBurst { isMineBurst = change > 0 } else { isMine = change > 0 }
    }
}

extension PartialEmoji {
    /// Whether both are the same emoji: a custom one keeps its id when it is renamed.
    fileprivate func isSame(as other: PartialEmoji) -> Bool {
        id == other.id && (id != nil || name == other.name)
    }
}
