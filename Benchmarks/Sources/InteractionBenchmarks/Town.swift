import EchordTesting
import JSON
import Synchronization

/// What a member does.
enum Act: String, CaseIterable {
    case create = "/task create"
    case claim = "press Claim"
    case done = "press Done"
    case list = "/task list"
    case suggest = "autocomplete"
}

/// Servers full of members, and the cards they work on.
///
/// There are so many members that nobody comes near the limit of five uses of a command in a minute.
final class Town: Sendable {
    struct Guild {
        let channel: LocalChannel
        let members: [LocalMember]
    }

    /// A card in a channel, and who will work on it.
    private struct Card {
        let message: LocalMessage
        let worker: LocalMember

        func press(_ label: String) async throws -> LocalAnswer { try await worker.click(label, on: message) }
    }

    private struct Board {
        var open: [Card] = []
        var claimed: [Card] = []
    }

    let guilds: [Guild]
    private let board = Mutex(Board())

    init(in discord: LocalDiscord, guilds: Int, membersPerGuild: Int) throws {
        let owner = try discord.member("ann")
        self.guilds = try (0..<guilds).map { number in
            let guild = discord.makeGuild("Server \(number)", owner: owner)
            let members = (0..<membersPerGuild).map { guild.join("member\(number)x\($0)") }
            return Guild(channel: try guild.channel("general"), members: members)
        }
    }

    var memberCount: Int { guilds.reduce(0) { $0 + $1.members.count } }

    /// Does the act whose turn it is: the acts and the servers come round one after the other, and in each server the
    /// members.
    ///
    /// - Throws: what keeps the local Discord from sending it.
    func perform(_ number: Int) async throws -> (Act, LocalAnswer) {
        let acts = Act.allCases
        let round = number / acts.count
        let guild = guilds[round % guilds.count]
        let turn = round / guilds.count
        let member = guild.members[turn % guild.members.count]
        switch acts[number % acts.count] {
        case .claim: if let card = take(\.open) { return (.claim, try await claim(card)) }
        case .done: if let card = take(\.claimed) { return (.done, try await card.press("Done")) }
        case .list: return (.list, try await list(turn, member, in: guild))
        case .suggest: return (.suggest, try await suggest(turn, member, in: guild))
        case .create: break
        }
        let worker = guild.members[(turn + 1) % guild.members.count]
        return (.create, try await create(number, member, worker, in: guild))
    }

    // MARK: - Acts

    private func create(
        _ number: Int, _ member: LocalMember, _ worker: LocalMember, in guild: Guild
    ) async throws -> LocalAnswer {
        let chores = [
            "Wash the dishes", "Water the plants", "Take out the paper", "Fold the laundry", "Call the plumber",
        ]
        let answer = try await member.slash(
            "/task create", ["title": .string("\(chores[number % chores.count]) \(number)"), "points": 5],
            in: guild.channel)
        let card = Card(message: try answer.message, worker: worker)
        board.withLock { $0.open.append(card) }
        return answer
    }

    private func claim(_ card: Card) async throws -> LocalAnswer {
        let answer = try await card.press("Claim")
        // After an acknowledgement the card still shows what was.
        guard answer.kind == .update else { return answer }
        let claimed = Card(message: try answer.message, worker: card.worker)
        board.withLock { $0.claimed.append(claimed) }
        return answer
    }

    private func list(_ turn: Int, _ member: LocalMember, in guild: Guild) async throws -> LocalAnswer {
        let views = ["mine", "pool", "all"]
        return try await member.slash("/task list", ["view": .string(views[turn % views.count])], in: guild.channel)
    }

    private func suggest(_ turn: Int, _ member: LocalMember, in guild: Guild) async throws -> LocalAnswer {
        let typed = ["", "w", "dish"]
        return try await member.ask(
            "/task claim", ["task": .string(typed[turn % typed.count])], focused: "task", in: guild.channel)
    }

    private func take(_ list: any WritableKeyPath<Board, [Card]> & Sendable) -> Card? {
        board.withLock { board in
            board[keyPath: list].isEmpty ? nil : board[keyPath: list].removeFirst()
        }
    }
}
