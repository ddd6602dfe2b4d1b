import Foundation
import Testing

@testable import Atoms

/// Zones of this machine's time zone database, read without the layers above.
enum ZoneFiles {
    static let folder = "/usr/share/zoneinfo/"

    static func zone(_ name: String) throws -> Zone {
        let bytes = try #require(FileManager.default.contents(atPath: folder + name), "no zone \(name) on this machine")
        return try Zone(#require(ZoneName(rawValue: name)), file: bytes)
    }

    static let amsterdam = "Europe/Amsterdam"
    static let newYork = "America/New_York"

    /// Those of the names that the tests use.
    static func catalogue(_ names: String...) throws -> ZoneCatalogue {
        let zones = try names.map(zone)
        return ZoneCatalogue(names: zones.map(\.name)) { name in zones.first { $0.name == name } }
    }
}
