extension Schema {
    /// What guilds and members have chosen; a setting that nobody chose is null.
    static let settings = """
        CREATE TABLE guild_settings (
            guild_id INTEGER NOT NULL PRIMARY KEY,
            zone TEXT CHECK (length(zone) BETWEEN 1 AND 64),
            updated_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE member_settings (
            guild_id INTEGER NOT NULL,
            user_id INTEGER NOT NULL,
            zone TEXT CHECK (length(zone) BETWEEN 1 AND 64),
            updated_at INTEGER NOT NULL,
            PRIMARY KEY (guild_id, user_id)
        ) STRICT, WITHOUT ROWID;
        """
}
