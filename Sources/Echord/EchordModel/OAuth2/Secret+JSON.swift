public import JSON
public import Telemetry

extension Secret: JSONDecodable where Value: JSONDecodable {
    /// Reads the hidden value. An error names the path and not what stands there.
    public init(json: JSONReader) throws(JSONError) { self.init(try Value(json: json)) }
}

extension Secret: JSONEncodable where Value: JSONEncodable {
    /// Writes the hidden value: this is what leaves.
    public func encode(to writer: inout JSONWriter) { reveal().encode(to: &writer) }
}
