public import Atoms
internal import FoundationEssentials
internal import Locking

extension ZoneCatalogue {
    /// The zones of the machine's time zone database, which the distribution keeps up to date.
    public static let system = ZoneCatalogue(folder: "/usr/share/zoneinfo")

    /// The zones of a folder of TZif files. A zone is read when it is first asked for, and kept.
    ///
    /// - Parameter folder: as `zic` writes it, with `zone.tab`, whose zones are offered; without one only UTC is.
    public init(folder: String) {
        let table = FileManager.default.contents(atPath: folder + "/zone.tab").map {
            String(decoding: $0, as: UTF8.self)
        }
        // What the folder holds is the bound of what is kept.
        let known = Locked<[ZoneName: Zone]>([:])
        self.init(names: [.utc] + Self.names(table ?? "")) { name in
            if let zone = known.withLock({ $0[name] }) { return zone }
            guard let zone = Self.read(name, in: folder) else { return nil }
            known.withLock { $0[name] = zone }
            return zone
        }
    }

    /// The third column of `zone.tab`.
    private static func names(_ table: String) -> [ZoneName] {
        table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let columns = line.split(separator: "\t")
            return columns.count >= 3 ? ZoneName(rawValue: String(columns[2])) : nil
        }
    }

    private static func read(_ name: ZoneName, in folder: String) -> Zone? {
        // Zones have capital letters; `localtime`, `posixrules` and the trees `posix` and `right` are none.
        guard name.rawValue.first?.isUppercase == true,
            let file = FileManager.default.contents(atPath: "\(folder)/\(name)")
        else { return nil }
        // A file that is no zone's is a name that is no zone's: members are told so.
        do throws(ZoneFileError) { return try Zone(name, file: file) } catch { return nil }
    }
}
