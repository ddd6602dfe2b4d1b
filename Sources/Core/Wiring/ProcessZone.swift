internal import Atoms
internal import Glibc
package import Organisms

/// The zone of the process, which is that of every server that has not chosen one.
package enum ProcessZone {
    private static let folder = "/usr/share/zoneinfo/"

    /// Whether there is a zone of that name.
    static func exists(_ name: String) -> Bool {
        guard !name.isEmpty, !name.hasPrefix("/"), !name.contains("..") else { return false }
        var status = stat()
        return stat(folder + name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Makes `name` the zone of the process. Must be called before other threads are started.
    package static func set(_ name: String) {
        setenv("TZ", name, 1)
        tzset()
    }

    /// The zone of the process as the features ask for it; the C library knows when its clocks change.
    package static let guildZone = GuildZone { _, instant in
        var seconds = time_t(instant.seconds)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return .seconds(parts.tm_gmtoff)
    }
}
