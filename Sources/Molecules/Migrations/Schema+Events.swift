extension Schema {
    /// Events on their way: outbox, deliveries for each group, inbox, dead letters.
    ///
    /// A place is never used twice (AUTOINCREMENT), so that it stays the order of a guild's events.
    static let events = """
        CREATE TABLE event_outbox (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            id BLOB NOT NULL UNIQUE,
            guild_id INTEGER NOT NULL,
            name TEXT NOT NULL,
            envelope TEXT NOT NULL
        ) STRICT;

        CREATE TABLE event_deliveries (
            consumer_group TEXT NOT NULL,
            position INTEGER NOT NULL,
            event_id BLOB NOT NULL,
            guild_id INTEGER NOT NULL,
            slot INTEGER NOT NULL,
            name TEXT NOT NULL,
            envelope TEXT NOT NULL,
            failures INTEGER NOT NULL DEFAULT 0,
            next_attempt_at INTEGER NOT NULL DEFAULT 0,
            last_error TEXT,
            PRIMARY KEY (consumer_group, position)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX event_deliveries_event ON event_deliveries (consumer_group, event_id);
        CREATE INDEX event_deliveries_waiting ON event_deliveries (consumer_group, guild_id, next_attempt_at)
            WHERE next_attempt_at > 0;

        CREATE TABLE event_inbox (
            consumer_group TEXT NOT NULL,
            event_id BLOB NOT NULL,
            PRIMARY KEY (consumer_group, event_id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE event_dead_letters (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            consumer_group TEXT NOT NULL,
            position INTEGER NOT NULL,
            event_id BLOB NOT NULL,
            guild_id INTEGER NOT NULL,
            name TEXT NOT NULL,
            envelope TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            reason TEXT NOT NULL,
            failed_at INTEGER NOT NULL,
            replayed_at INTEGER
        ) STRICT;
        """
}
