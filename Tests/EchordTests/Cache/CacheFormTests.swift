import EchordModel
import EchordPrimitives
import JSON
import Testing

@testable import Echord

@Suite struct CacheFormTests {
    @Test(arguments: [
        #"{"id":"1"}"#,
        #"{"id":"80351110224678912","username":"nelly","discriminator":"1337","avatar":"8342729096ea3675442027381ff50dfe","bot":true,"public_flags":64}"#,
        #"{"id":"2","username":"a name of more than fifteen bytes","global_name":"Äé","discriminator":"0007","avatar":"a_8342729096ea3675442027381ff50dfe","banner":"06c16474723fe537c283b8efa61a30c8","accent_color":16711680}"#,
        #"{"id":"3","username":"odd","discriminator":"00017","avatar":"not a hash","system":true,"avatar_decoration_data":{"asset":"a","sku_id":"5"}}"#,
        #"{"id":"4","username":"x","discriminator":"99999","avatar":"8342729096EA3675442027381FF50DFE","public_flags":0}"#,
    ])
    func aUserComesBackAsItWas(json: String) throws {
        let user = try JSON.decode(User.self, from: json)
        let form = UserForm(user)
        #expect(form.entity == user)
        #expect(form.bytes >= MemoryLayout<UserForm>.stride)
    }

    @Test(arguments: [
        #"{}"#,
        #"{"nick":"Not an API developer","roles":["1","2"],"joined_at":"2015-04-26T06:26:56.936000+00:00","deaf":false,"mute":true,"flags":1}"#,
        #"{"joined_at":"1969-12-31T23:59:59.000001+00:00","premium_since":"2015-04-26T06:26:56+00:00","pending":true,"deaf":true}"#,
        #"{"joined_at":"2015-04-26T06:26:56.936Z","premium_since":"2015-04-26T08:26:56.000000+02:00","avatar":"odd","communication_disabled_until":"2030-01-01T00:00:00.5+00:00"}"#,
        #"{"roles":["9"],"avatar":"a_8342729096ea3675442027381ff50dfe","banner":"b","avatar_decoration_data":{"asset":"a","sku_id":"5"}}"#,
    ])
    func aMemberComesBackAsItWas(json: String) throws {
        let member = try JSON.decode(Member.self, from: json)
        let back = try #require(MemberForm(member).entity)
        #expect(back == member)
        // Equality of times is of moments only; what they are written like is to come back as well.
        #expect(JSON.encodeToString(back) == JSON.encodeToString(member))
    }

    @Test func aMemberLeavesTheUserAndTheChannelsPermissionsOut() throws {
        let member = try JSON.decode(
            Member.self, from: #"{"user":{"id":"1"},"nick":"n","permissions":"8"}"#)
        #expect(MemberForm(member).entity == Member(nick: "n"))
    }

    @Test(arguments: [
        "8342729096ea3675442027381ff50dfe", "a_00000000000000000000000000000000", "a_ffffffffffffffffffffffffffffffff",
    ])
    func aHashIsReadAndWritten(text: String) {
        #expect(ImageHash(text)?.text == text)
        #expect(ImageHash(text)?.isAnimated == text.hasPrefix("a_"))
    }

    @Test(arguments: [
        "", "a_", "8342729096ea3675442027381ff50df", "8342729096ea3675442027381ff50dfe0",
        "g342729096ea3675442027381ff50dfe", "8342729096EA3675442027381FF50DFE", "a_8342729096ea3675442027381ff50df",
    ])
    func anythingElseIsNoHash(text: String) {
        #expect(ImageHash(text) == nil)
    }

    @Test func theFormsAreSmall() {
        #expect(MemoryLayout<ImageHash>.size == 17)
        #expect(MemoryLayout<UserForm>.stride <= 96)
        #expect(MemoryLayout<MemberForm>.stride <= 112)
        #expect(MemoryLayout<UserForm>.stride * 4 < MemoryLayout<User>.stride)
    }
}
