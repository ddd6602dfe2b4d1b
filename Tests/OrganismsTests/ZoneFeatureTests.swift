import Atoms
import EchordPrimitives
import JSON
import SQL
import TestKits
import Testing

@testable import Molecules
@testable import Organisms

@Suite struct ZoneFeatureTests {
    private let ben = Sample.member(Sample.ben)
    private let admin = MemberContext(userID: Sample.ann, guildID: Sample.guild, permissions: .manageGuild)

    private func zones(_ kit: ChoresKit, standard: Zone = .utc) -> ZoneFeature {
        ZoneFeature(store: kit.store, zones: MemberZones(catalogue: .system, standard: standard))
    }

    private func request(_ member: MemberContext, _ interaction: UInt64) -> MemberRequest {
        Sample.request(member, interaction: interaction)
    }

    private func zone(_ name: String) throws -> Zone {
        try #require(ZoneName(rawValue: name).flatMap { ZoneCatalogue.system[$0] })
    }

    @Test func theNearestDecisionHolds() async throws {
        let (amsterdam, tokyo) = (try zone("Europe/Amsterdam"), try zone("Asia/Tokyo"))
        try await ChoresKit.with { kit async throws in
            let feature = zones(kit)
            #expect(try await feature.zone(of: ben) == MemberZone(.utc, source: .standard))
            #expect(
                try await feature.chooseForGuild(.named("amsterdam"), request(admin, 1))
                    == .done(MemberZone(amsterdam, source: .guild)))
            #expect(try await feature.zone(of: ben) == MemberZone(amsterdam, source: .guild))
            #expect(
                try await feature.chooseOwn(.named("Asia/Tokyo"), request(ben, 2))
                    == .done(MemberZone(tokyo, source: .own)))
            #expect(try await feature.zone(of: Sample.guild) == MemberZone(amsterdam, source: .guild))
            #expect(try await feature.zone(of: Sample.member(in: Sample.otherGuild)).source == .standard)
            #expect(
                try await feature.chooseOwn(.inherited, request(ben, 3))
                    == .done(MemberZone(amsterdam, source: .guild)))
            #expect(
                try await feature.chooseForGuild(.inherited, request(admin, 4))
                    == .done(MemberZone(.utc, source: .standard)))
        }
    }

    @Test func aChoiceIsKeptOnceWithItsEventAndItsAuditLine() async throws {
        try await ChoresKit.with { kit async throws in
            let feature = zones(kit)
            for _ in 1...2 { _ = try await feature.chooseOwn(.named("Asia/Tokyo"), request(ben, 1)) }
            // The same zone again is no change.
            _ = try await feature.chooseOwn(.named("asia/tokyo"), request(ben, 2))
            for _ in 1...2 { _ = try await feature.chooseForGuild(.named("Asia/Tokyo"), request(admin, 3)) }
            _ = try await feature.chooseForGuild(.named("Tokyo"), request(admin, 4))
            #expect(try await kit.outboxNames() == ["user.settings.changed", "config.changed"])
            let entries = try await kit.database.read { try await AuditRepository().entries(in: Sample.guild, $0) }
            #expect(entries.map(\.envelope.name) == ["config.changed", "user.settings.changed"])
            let (config, user) = (try #require(entries.first?.envelope), try #require(entries.last?.envelope))
            #expect(user.subject == .user(Sample.ben) && config.subject == .guild(Sample.guild))
            #expect(user.before?["zone"] == .null && user.after?["zone"] == "Asia/Tokyo")
            #expect(user.actor == .user(Sample.ben) && config.actor == .user(Sample.ann))
        }
    }

    @Test func whatIsNotThereOrNotAllowedChangesNothing() async throws {
        try await ChoresKit.with { kit async throws in
            let feature = zones(kit)
            #expect(try await feature.chooseOwn(.named("Mars/Base"), request(ben, 1)) == .unknownZone)
            #expect(try await feature.chooseForGuild(.named("Mars/Base"), request(admin, 2)) == .unknownZone)
            #expect(try await feature.chooseForGuild(.named("UTC"), request(ben, 3)) == .notAllowed)
            #expect(try await feature.chooseForGuild(.named("UTC"), request(Sample.manager(), 4)) == .notAllowed)
            #expect(try await kit.outboxNames().isEmpty)
        }
    }

    @Test func aZoneThatTheDatabaseNoLongerKnowsIsAsIfNotChosen() async throws {
        try await ChoresKit.with { kit async throws in
            let gone = try #require(ZoneName(rawValue: "Gone/Zone"))
            try await kit.store.write(Sample.guild) { transaction async throws in
                let zones = ZoneRepository()
                try await zones.set(gone, of: Sample.ben, in: Sample.guild, at: kit.time.now, transaction)
                try await zones.set(gone, of: Sample.guild, at: kit.time.now, transaction)
            }
            let tokyo = try zone("Asia/Tokyo")
            #expect(try await zones(kit, standard: tokyo).zone(of: ben) == MemberZone(tokyo, source: .standard))
        }
    }
}
