import EchordPrimitives
import Testing

@testable import EchordModel

@Suite struct RoleHierarchyTests {
    private let hierarchy = RoleHierarchy(
        guild: 10, owner: 1,
        roles: [
            Role(id: 10, name: "@everyone", position: 0, permissions: []),
            Role(id: 20, name: "low", position: 1, permissions: []),
            Role(id: 21, name: "twin", position: 1, permissions: []),
            Role(id: 30, name: "high", position: 2, permissions: []),
        ])

    @Test func theHighestRoleCounts() {
        #expect(hierarchy.highest(of: [20, 30])?.id == 30)
        #expect(hierarchy.highest(of: [])?.id == 10)
        #expect(hierarchy.highest(of: [99])?.id == 10)
        #expect(RoleHierarchy(guild: 10, owner: 1, roles: []).highest(of: [20]) == nil)
    }

    @Test func ofEqualPlacesTheOlderRoleIsTheHigher() {
        #expect(hierarchy.outranks(2, holding: [20], 21))
        #expect(!hierarchy.outranks(2, holding: [21], 20))
        #expect(hierarchy.outranks(2, holding: [20], 3, holding: [21]))
    }

    @Test func nobodyStandsAboveTheirOwnRole() {
        #expect(!hierarchy.outranks(2, holding: [30], 30))
        #expect(!hierarchy.outranks(2, holding: [30], 3, holding: [30]))
        #expect(!hierarchy.outranks(2, holding: [], 10))
    }

    @Test func theOwnerStandsAboveAllAndNobodyAboveTheOwner() {
        #expect(hierarchy.outranks(1, holding: [], 30))
        #expect(hierarchy.outranks(1, holding: [], 2, holding: [30]))
        #expect(!hierarchy.outranks(2, holding: [30], 1, holding: []))
        #expect(!hierarchy.outranks(1, holding: [30], 1, holding: []))
    }

    @Test func whatIsNotKnownIsAboveEverybodyButTheOwner() {
        #expect(!hierarchy.outranks(2, holding: [30], 99))
        #expect(hierarchy.outranks(1, holding: [], 99))
    }
}
