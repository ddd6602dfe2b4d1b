import Glibc

/// Who migrates: written into the lock, and named to those who wait for it.
public struct MigrationHolder: Hashable, Sendable, CustomStringConvertible {
    /// The process's number on its host.
    public let process: Int64
    /// The host's name.
    public let host: String
    /// Milliseconds since 1970 at which the lock was taken.
    public let since: Int64

    /// Puts a holder together.
    public init(process: Int64, host: String, since: Int64) {
        self.process = process
        self.host = host
        self.since = since
    }

    /// This process.
    public static func current(since: Int64) -> MigrationHolder {
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        let host = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return MigrationHolder(process: Int64(getpid()), host: host, since: since)
    }

    /// False when the process is known to be gone; one on another host counts as running.
    public static func isRunning(_ holder: MigrationHolder) -> Bool {
        guard holder.host == current(since: 0).host else { return true }
        return kill(pid_t(truncatingIfNeeded: holder.process), 0) == 0 || errno != ESRCH
    }

    /// Process, host and time in UTC.
    public var description: String { "process \(process) on \(host) since \(Self.utc(since))" }

    private static func utc(_ milliseconds: Int64) -> String {
        var seconds = time_t(milliseconds / 1_000)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func padded(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let date = "\(parts.tm_year + 1_900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
        return "\(date)T\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec))Z"
    }
}
