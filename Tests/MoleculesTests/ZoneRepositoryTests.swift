import Atoms
import SQL
import TestKits
import Testing

@testable import Molecules

@Suite struct ZoneRepositoryTests {
    private let zones = ZoneRepository()

    @Test func keepsTheZoneOfAMemberInAGuild() async throws {
        let (amsterdam, tokyo) = (ZoneName(rawValue: "Europe/Amsterdam"), ZoneName(rawValue: "Asia/Tokyo"))
        try await ChoresKit.with { kit in
            try await kit.database.transaction { transaction async throws in
                #expect(try await zones.zone(of: Sample.ben, in: Sample.guild, transaction) == nil)
                for zone in [tokyo, amsterdam] {
                    try await zones.set(zone, of: Sample.ben, in: Sample.guild, at: kit.time.now, transaction)
                }
                #expect(try await zones.zone(of: Sample.ben, in: Sample.guild, transaction) == amsterdam)
                #expect(try await zones.zone(of: Sample.ben, in: Sample.otherGuild, transaction) == nil)
                #expect(try await zones.zone(of: Sample.cas, in: Sample.guild, transaction) == nil)
                try await zones.set(nil, of: Sample.ben, in: Sample.guild, at: kit.time.now, transaction)
                #expect(try await zones.zone(of: Sample.ben, in: Sample.guild, transaction) == nil)
            }
            #expect(try await kit.count("member_settings") == 1)
        }
    }

    @Test func keepsTheZoneOfAGuild() async throws {
        let tokyo = ZoneName(rawValue: "Asia/Tokyo")
        try await ChoresKit.with { kit in
            try await kit.database.transaction { transaction async throws in
                #expect(try await zones.zone(of: Sample.guild, transaction) == nil)
                try await zones.set(.utc, of: Sample.guild, at: kit.time.now, transaction)
                try await zones.set(tokyo, of: Sample.guild, at: kit.time.now, transaction)
                #expect(try await zones.zone(of: Sample.guild, transaction) == tokyo)
                #expect(try await zones.zone(of: Sample.otherGuild, transaction) == nil)
                try await zones.set(nil, of: Sample.guild, at: kit.time.now, transaction)
                #expect(try await zones.zone(of: Sample.guild, transaction) == nil)
            }
        }
    }
}

@Suite struct SystemZonesTests {
    @Test func knowsTheZonesOfTheMachine() throws {
        let zones = ZoneCatalogue.system
        #expect(zones.names.count > 300 && zones.names.contains(.utc))
        for name in zones.names { #expect(zones[name]?.name == name) }
        // Old names are understood, though not offered.
        let eastern = try #require(ZoneName(rawValue: "US/Eastern"))
        #expect(zones[eastern] != nil && !zones.names.contains(eastern))
    }

    @Test(arguments: ["localtime", "posixrules", "posix/Europe/Amsterdam", "Europe", "Mars/Base"])
    func knowsNoOthers(_ name: String) throws {
        let name = try #require(ZoneName(rawValue: name))
        #expect(ZoneCatalogue.system[name] == nil)
    }

    @Test func aMachineWithoutZonesHasUTC() throws {
        let zones = ZoneCatalogue(folder: "/nowhere")
        #expect(zones.names == [.utc])
        #expect(zones[.utc] == .utc)
        let amsterdam = try #require(ZoneName(rawValue: "Europe/Amsterdam"))
        #expect(zones[amsterdam] == nil)
    }

    @Test func manyAskAtOnce() async throws {
        let zones = ZoneCatalogue(folder: "/usr/share/zoneinfo")
        let found = await withTaskGroup(of: Bool.self) { group in
            for name in zones.names + zones.names { group.addTask { zones[name] != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(found == zones.names.count * 2)
    }
}
