extension EntityStore {
    /// The values as they are stored.
    func sealed(_ values: [SQLValue]) throws(SQLError) -> [SQLValue] {
        guard !schema.encryptedIndexes.isEmpty else { return values }
        let cipher = try requireCipher()
        var sealed = values
        for index in schema.encryptedIndexes {
            sealed[index] = try cipher.seal(
                values[index], table: schema.table, column: schema.columns[index].name, key: values[schema.keyIndex])
        }
        return sealed
    }

    /// The row with its encrypted columns in the clear.
    func opened(_ row: Row) throws(SQLError) -> Row {
        let cipher = try requireCipher()
        let key: SQLValue = try stored(schema.columns[schema.keyIndex].name, hint: schema.keyIndex, in: row).value
        var values = row.values
        for index in schema.encryptedIndexes {
            let column = schema.columns[index]
            let (position, value) = try stored(column.name, hint: index, in: row)
            values[position] = try cipher.open(
                value, as: column.type, table: schema.table, column: column.name, key: key)
        }
        return Row(columns: row.columns, values: values)
    }

    private func stored(_ column: String, hint: Int, in row: Row) throws(SQLError) -> (index: Int, value: SQLValue) {
        guard let index = row.columns.index(of: column, hint: hint) else {
            throw SQLError(.noSuchColumn, "the result has no column \(column)")
        }
        return (index, row.values[index])
    }

    private func requireCipher() throws(SQLError) -> ColumnCipher {
        guard let cipher else {
            throw SQLError(.encryption, "\(schema.table) has encrypted columns; configure an encryption key")
        }
        return cipher
    }
}
