internal import Atoms
internal import Glibc
internal import Molecules
internal import Telemetry
internal import Transport

/// Which texts a setting takes and what becomes of them.
struct SettingValue: Sendable {
    typealias Path<Value> = WritableKeyPath<Configuration, Value> & Sendable

    /// The values for people, such as `0 to 65535`.
    let words: String
    /// The default for people; without one, what happens when it is left out.
    let standard: String
    /// Whether `standard` is a value that is taken.
    var hasStandard = true
    /// Whether a JSON file may give it as a number.
    var isNumber = false
    /// Puts a text into a configuration, or says what is wrong with it: `must be …`.
    let take: @Sendable (String, inout Configuration) -> String?

    private static let defaults = Configuration()
}

extension SettingValue {
    /// A whole number within a range.
    static func whole(_ path: any Path<Int>, _ range: ClosedRange<Int>) -> SettingValue {
        number(range, "whole number", standard: defaults[keyPath: path]) { $1[keyPath: path] = $0 }
    }

    /// A time in whole seconds within a range.
    static func seconds(_ path: any Path<Duration>, _ range: ClosedRange<Int>) -> SettingValue {
        let standard = Int(defaults[keyPath: path].components.seconds)
        return number(range, "whole number of seconds", standard: standard) { $1[keyPath: path] = .seconds($0) }
    }

    private static func number(
        _ range: ClosedRange<Int>, _ kind: String, standard: Int,
        _ set: @escaping @Sendable (Int, inout Configuration) -> Void
    ) -> SettingValue {
        let words = "\(range.lowerBound) to \(range.upperBound)"
        return SettingValue(words: words, standard: String(standard), isNumber: true) { text, configuration in
            guard let number = Int(text), range.contains(number) else {
                return "must be a \(kind) from \(words)"
            }
            set(number, &configuration)
            return nil
        }
    }

    /// One of a few names, in whatever case.
    static func choice<Value>(
        _ path: any Path<Value>, _ names: [String], name: (Value) -> String,
        _ value: @escaping @Sendable (String) -> Value?
    ) -> SettingValue {
        let words = names.joined(separator: ", ")
        return SettingValue(words: words, standard: name(defaults[keyPath: path])) { text, configuration in
            guard let value = value(text) else { return "must be one of \(words)" }
            configuration[keyPath: path] = value
            return nil
        }
    }

    /// A folder; the shell alone knows what `~` is.
    static func folder(_ path: any Path<String>) -> SettingValue {
        folder(standard: defaults[keyPath: path]) { $1[keyPath: path] = $0 }
    }

    /// A folder that may be left out.
    /// - Parameter standard: What happens without it, for people.
    static func folder(_ path: any Path<String?>, standard: String) -> SettingValue {
        var value = folder(standard: standard) { $1[keyPath: path] = $0 }
        value.hasStandard = false
        return value
    }

    private static func folder(
        standard: String, _ set: @escaping @Sendable (String, inout Configuration) -> Void
    ) -> SettingValue {
        SettingValue(words: "a folder", standard: standard) { text, configuration in
            guard !text.isEmpty else { return "must not be empty" }
            guard text != "~", !text.hasPrefix("~/") else {
                return "must be a path without ~, which stands for the home folder in a shell only"
            }
            set(text, &configuration)
            return nil
        }
    }

    /// An address to listen on, in numbers: names belong to other machines too.
    static func listeningAddress(_ path: any Path<String>) -> SettingValue {
        SettingValue(words: "an address of this machine", standard: defaults[keyPath: path]) { text, configuration in
            guard text == "localhost" || isNumeric(text) else {
                return "must be an address of this machine in numbers, such as 127.0.0.1, 0.0.0.0 or ::1"
            }
            configuration[keyPath: path] = text
            return nil
        }
    }

    private static func isNumeric(_ address: String) -> Bool {
        var room = in6_addr()
        return inet_pton(AF_INET, address, &room) == 1 || inet_pton(AF_INET6, address, &room) == 1
    }

    /// The address of an API, kept without the slash at its end.
    static func apiURL(_ path: any Path<String>) -> SettingValue {
        SettingValue(words: "an http or https address", standard: defaults[keyPath: path]) { text, configuration in
            let url: HTTPURL
            do throws(TransportError) {
                url = try HTTPURL(text)
            } catch {
                return "must be an address such as https://discord.com/api; \(error.message)"
            }
            guard ["http", "https"].contains(url.scheme.rawValue), url.query == nil, !text.contains("#") else {
                return "must be an address that begins with http:// or https:// and has neither ? nor #"
            }
            let parts = url.path.split(separator: "/")
            if let last = parts.last, last.first == "v", last.count > 1, last.dropFirst().allSatisfy(\.isNumber) {
                return "must be given without the version, \(last)"
            }
            let isDiscord = ["discord.com", "discordapp.com"].contains {
                url.host == $0 || url.host.hasSuffix("." + $0)
            }
            guard url.scheme.isSecure || !isDiscord else {
                return "must begin with https://, or the token would travel unprotected"
            }
            configuration[keyPath: path] = ([url.origin] + parts.map(String.init)).joined(separator: "/")
            return nil
        }
    }

    /// A bot's token. Its exact form is Discord's affair, but what cannot stand in a header is none.
    static func token(_ path: any Path<Secret<String>?>) -> SettingValue {
        SettingValue(words: "the token of a bot", standard: "none", hasStandard: false) { text, configuration in
            let token = text.trimmed
            guard text.isEmpty || !token.isEmpty else { return "is blank" }
            guard !token.lowercased().hasPrefix("bot ") else { return "must be the token alone, without “Bot”" }
            guard token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x27 }) else {
                return "has characters that no token has: copy it again, without spaces and quotes"
            }
            configuration[keyPath: path] = token.isEmpty ? nil : Secret(token)
            return nil
        }
    }

    /// The name of a time zone that this machine knows.
    static func timeZone(_ path: any Path<Zone>) -> SettingValue {
        SettingValue(words: "an IANA name", standard: defaults[keyPath: path].name.rawValue) { text, configuration in
            guard let zone = ZoneName(rawValue: text).flatMap({ ZoneCatalogue.system[$0] }) else {
                return "must be the name of a time zone, such as Europe/Amsterdam; install tzdata if it is one"
            }
            configuration[keyPath: path] = zone
            return nil
        }
    }

    /// The name of a file of `config/`, without `.json`.
    static func environment(_ path: any Path<String>) -> SettingValue {
        SettingValue(words: "the name of a file of config/", standard: defaults[keyPath: path]) {
            text, configuration in
            guard isEnvironment(text) else { return "must be a name of letters, digits, - and _" }
            configuration[keyPath: path] = text
            return nil
        }
    }

    private static func isEnvironment(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    }
}
