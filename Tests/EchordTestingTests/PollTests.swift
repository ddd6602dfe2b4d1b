import JSON
import Testing

@testable import EchordTesting

@Suite("Polls")
struct PollTests {
    private static let poll: JSONValue = [
        "poll": [
            "question": ["text": "Pizza?"],
            "answers": [
                ["poll_media": ["text": "Yes", "emoji": ["name": "👍"]]], ["poll_media": ["text": "No"]],
            ], "duration": 2,
        ]
    ]

    @Test("Asked, voted on, ended by time with a result")
    func life() throws {
        var fixture = Fixture()
        fixture.add([.sendPolls])
        let connection = fixture.connect()
        let message = fixture.send(Self.poll)
        #expect(message.body?["poll"]?["expiry"]?.text == (fixture.realm.now + .seconds(7200)).iso)
        #expect(message.body?["poll"]?["answers"]?[1]?["answer_id"] == 2)
        let path = fixture.filled("/channels/{general}/polls/") + message.id.text
        let (ann, ben) = (fixture.user("ann"), fixture.user("ben"))
        _ = fixture.frames(connection)
        #expect(fixture.rest(as: ann, "PUT", path + "/answers/@me", ["answer_ids": ["1"]]).status == 204)
        #expect(fixture.rest(as: ben, "PUT", path + "/answers/@me", ["answer_ids": ["2"]]).status == 204)
        #expect(fixture.rest(as: ben, "PUT", path + "/answers/@me", ["answer_ids": ["1"]]).status == 204)
        #expect(
            fixture.events(connection) == [
                "MESSAGE_POLL_VOTE_ADD", "MESSAGE_POLL_VOTE_ADD", "MESSAGE_POLL_VOTE_ADD", "MESSAGE_POLL_VOTE_REMOVE",
            ])
        let voters = fixture.rest("GET", path + "/answers/1", query: ["limit": "1", "after": ann.text])
        #expect(voters.body?["users"]?[0]?["username"] == "ben")
        #expect(fixture.rest("GET", path + "/answers/9").code == 50035)
        let seen = fixture.rest(as: ben, "GET", fixture.filled("/channels/{general}/messages/") + message.id.text)
        #expect(seen.body?["poll"]?["results"]?["answer_counts"] == [["id": 1, "count": 2, "me_voted": true]])
        fixture.advance(.seconds(7200), beating: true)
        #expect(fixture.events(connection) == ["MESSAGE_UPDATE", "MESSAGE_CREATE"])
        let result = fixture.rest("GET", fixture.filled("/channels/{general}/messages")).body?[0]
        #expect(result?["type"] == 46)
        #expect(result?["embeds"]?[0]?["fields"]?.list?.contains { $0["value"] == "Yes" } == true)
        #expect(fixture.rest(as: ann, "PUT", path + "/answers/@me", ["answer_ids": []]).code == 520_001)
        #expect(fixture.rest("POST", path + "/expire").code == 520_001)
    }

    @Test("Ended early by its author; not edited, not forwarded, not voted on by bots")
    func rules() {
        var fixture = Fixture()
        fixture.add([.sendPolls])
        let message = fixture.send(Self.poll).id
        let path = fixture.filled("/channels/{general}/polls/") + message.text
        let plain = fixture.send(["content": "x"]).id
        let ann = fixture.user("ann")
        #expect(fixture.rest("PUT", path + "/answers/@me", ["answer_ids": ["1"]]).code == 20001)
        #expect(fixture.rest(as: ann, "POST", path + "/expire").code == 50013)
        for answers in [["3"], ["1", "2"], ["1", "1"], ["x"]] as [JSONValue] {
            let refused = fixture.rest(as: ann, "PUT", path + "/answers/@me", ["answer_ids": answers])
            #expect(refused.errors("answer_ids") == ["BASE_TYPE_CHOICES"])
        }
        #expect(
            fixture.rest("PATCH", fixture.filled("/channels/{general}/messages/") + message.text, ["content": "x"]).code
                == 520_003)
        let reference: JSONValue = ["type": 1, "message_id": message.json, "channel_id": fixture.general.json]
        #expect(
            fixture.send(["message_reference": reference]).errors("message_reference") == [
                "MESSAGE_CANNOT_BE_FORWARDED"
            ])
        #expect(
            fixture.rest("POST", fixture.filled("/channels/{general}/polls/") + plain.text + "/expire").code == 520_006)
        let ended = fixture.rest("POST", path + "/expire")
        #expect(ended.body?["poll"]?["results"]?["is_finalized"] == true)
        fixture.grant([.viewChannel, .sendMessages])
        let guild = fixture.guild
        fixture.realm.world.guilds[guild]?.roles[guild]?.permissions.remove(.sendPolls)
        #expect(fixture.send(Self.poll).code == 50013)
    }

    static let refusedPolls: [RefusedForm] = [
        RefusedForm("poll", "MODEL_TYPE_CONVERT", #"{"poll":3}"#),
        RefusedForm("poll/answers", "BASE_TYPE_BAD_LENGTH", #"{"poll":{"question":{"text":"q"},"answers":[]}}"#),
        RefusedForm(
            "poll/answers/0/poll_media", "BASE_TYPE_REQUIRED", #"{"poll":{"question":{"text":"q"},"answers":[{}]}}"#),
        RefusedForm(
            "poll/answers/0/poll_media/text", "BASE_TYPE_BAD_LENGTH",
            #"{"poll":{"question":{"text":"q"},"answers":[{"poll_media":{"text":"§56"}}]}}"#),
        RefusedForm(
            "poll/answers/0/poll_media/emoji/name", "INVALID_EMOJI",
            #"{"poll":{"question":{"text":"q"},"answers":[{"poll_media":{"text":"a","emoji":{"name":"x"}}}]}}"#),
        RefusedForm(
            "poll/question/text", "BASE_TYPE_BAD_LENGTH",
            #"{"poll":{"question":{"text":"§301"},"answers":[{"poll_media":{"text":"a"}}]}}"#),
        RefusedForm(
            "poll/duration", "NUMBER_TYPE_MAX",
            #"{"poll":{"question":{"text":"q"},"answers":[{"poll_media":{"text":"a"}}],"duration":769}}"#),
        RefusedForm(
            "poll/layout_type", "BASE_TYPE_CHOICES",
            #"{"poll":{"question":{"text":"q"},"answers":[{"poll_media":{"text":"a"}}],"layout_type":2}}"#),
    ]

    @Test("Refused", arguments: refusedPolls)
    func refused(_ form: RefusedForm) throws {
        var validator = MessageValidator(.channel)
        let body = try form.body()
        do throws(Refusal) {
            _ = try validator.read(body)
            Issue.record("accepted")
        } catch {
            #expect(
                error.errors?.entries.contains { $0.path == form.path && $0.code == form.code } == true, "\(error.json)"
            )
        }
    }
}
