import JSON

/// The fields of scheduled events. Source: https://discord.com/developers/docs/resources/guild-scheduled-event
extension Form {
    /// Reads an event's fields over what they are.
    ///
    /// - Parameter isNew: Whether the fields that an event cannot do without must be there.
    mutating func scheduledEvent(over event: ScheduledEvent, isNew: Bool, at now: Moment) -> ScheduledEvent {
        var event = event
        if isNew {
            for key in ["name", "privacy_level", "scheduled_start_time", "entity_type"] where body.present(key) == nil {
                errors.required([key])
            }
        }
        set("name", &event.name) { $0.text($1, 1...100) }
        change("description", &event.description) { form, key in
            form.text(key, 0...1000).flatMap { $0.isEmpty ? nil : $0 }
        }
        _ = choice("privacy_level", [2])
        set("entity_type", &event.kind) { $0.choice($1, [1, 2, 3]).flatMap { .init(rawValue: $0) } }
        set("scheduled_start_time", &event.start) { form, key in
            guard let start = form.moment(key) else { return nil }
            if start <= now {
                form.complain(key, "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past.")
            }
            return start
        }
        change("scheduled_end_time", &event.end) { $0.moment($1) }
        change("channel_id", &event.channel) { $0.flake($1) }
        change("entity_metadata", &event.location) { form, key in
            form.object(key) { $0.text("location", 1...100, required: true) }
        }
        change("image", &event.image) { $0.image($1)?.hash }
        change("recurrence_rule", &event.recurrence) { form, key in form.object(key) { $0.recurrence() } }
        checkPlace(of: &event)
        return event
    }

    /// External events have a location and an end, the others a channel.
    private mutating func checkPlace(of event: inout ScheduledEvent) {
        if let end = event.end, end <= event.start {
            complain(
                "scheduled_end_time", "GUILD_SCHEDULED_EVENT_END_BEFORE_START", "Cannot end an event before it starts.")
        }
        guard event.kind == .external else {
            event.location = nil
            if event.channel == nil { errors.required(path + ["channel_id"]) }
            return
        }
        if event.location == nil { errors.required(path + ["entity_metadata"]) }
        if event.end == nil { errors.required(path + ["scheduled_end_time"]) }
        if event.channel != nil {
            complain(
                "channel_id", "GUILD_SCHEDULED_EVENT_EXTERNAL_CHANNEL", "Channel must be null for external events.")
        }
    }

    /// A rule as Discord takes it, with the fields it does not name as null.
    private mutating func recurrence() -> JSONValue? {
        let start = moment("start", required: true)
        let frequency = choice("frequency", [0, 1, 2, 3], required: true)
        let interval = int("interval", 1...2, required: true)
        for key in ["count", "end", "by_year_day"] where body.present(key) != nil {
            complain(key, "GUILD_SCHEDULED_EVENT_RECURRENCE", "This field cannot be set.")
        }
        if interval == 2, frequency != 2 {
            complain("interval", "GUILD_SCHEDULED_EVENT_RECURRENCE", "Only weekly events skip a week.")
        }
        checkDays(frequency)
        guard let start, let frequency, let interval else { return nil }
        var fields: JSONObject = [
            "start": start.json, "end": .null, "frequency": .number(frequency), "interval": .number(interval),
            "by_year_day": .null, "count": .null,
        ]
        for key in ["by_weekday", "by_n_weekday", "by_month", "by_month_day"] { fields[key] = body[key] ?? .null }
        return .object(fields)
    }

    private mutating func checkDays(_ frequency: Int?) {
        let groups = [["by_weekday"], ["by_n_weekday"], ["by_month", "by_month_day"]]
        let given = groups.filter { $0.contains { body.present($0) != nil } }
        if given.count > 1 {
            complain(given[1][0], "GUILD_SCHEDULED_EVENT_RECURRENCE", "These fields exclude each other.")
        }
        let days = errors.list(body["by_weekday"], path + ["by_weekday"], 1...7)?.compactMap(\.integer)
        let sets: [[Int64]] = [[0, 1, 2, 3, 4], [1, 2, 3, 4, 5], [6, 0, 1, 2, 3], [4, 5], [5, 6], [6, 0]]
        if let days, !(frequency == 3 && sets.contains(days) || frequency == 2 && days.count == 1) {
            complain("by_weekday", "GUILD_SCHEDULED_EVENT_RECURRENCE", "These days cannot be chosen.")
        }
        let nth = objects("by_n_weekday", 1...1) { form -> Bool? in
            _ = form.int("n", 1...5, required: true)
            _ = form.int("day", 0...6, required: true)
            return true
        }
        if nth != nil, frequency != 1 {
            complain("by_n_weekday", "GUILD_SCHEDULED_EVENT_RECURRENCE", "Only monthly events have this.")
        }
        let months = errors.list(body["by_month"], path + ["by_month"], 1...1)
        let dates = errors.list(body["by_month_day"], path + ["by_month_day"], 1...1)
        if months != nil || dates != nil, frequency != 0 || months == nil || dates == nil {
            complain("by_month", "GUILD_SCHEDULED_EVENT_RECURRENCE", "Yearly events have a month and a day.")
        }
    }
}
