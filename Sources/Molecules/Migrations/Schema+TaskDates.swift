extension Schema {
    /// When tasks are due as people say it, and what they say about a done one.
    ///
    /// `due_at` stays what lists go by. What was due before this step is taken for a minute in UTC.
    static let taskDates = """
        ALTER TABLE tasks ADD COLUMN due_local TEXT CHECK (length(due_local) IN (10, 16));
        ALTER TABLE tasks ADD COLUMN due_zone TEXT CHECK (length(due_zone) BETWEEN 1 AND 64);
        UPDATE tasks SET due_zone = 'UTC', due_local = strftime('%Y-%m-%dT%H:%M', due_at / 1000, 'unixepoch')
            WHERE due_at IS NOT NULL;
        ALTER TABLE tasks ADD COLUMN due_all_day INTEGER GENERATED ALWAYS AS (length(due_local) = 10) VIRTUAL
            CHECK ((due_at IS NULL) = (due_local IS NULL) AND (due_at IS NULL) = (due_zone IS NULL));

        ALTER TABLE tasks ADD COLUMN completion_note TEXT
            CHECK (completion_note IS NULL OR (length(completion_note) BETWEEN 1 AND 500 AND completed_at IS NOT NULL));
        ALTER TABLE task_completions ADD COLUMN note TEXT CHECK (length(note) BETWEEN 1 AND 500);
        """
}
