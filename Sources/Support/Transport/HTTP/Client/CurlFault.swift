internal import CCurl

/// Names curl's errors. Messages hold scheme, host and port, never path, query, fields or body: those carry tokens.
enum CurlFault {
    static func error(_ code: CURLcode, verdict: Int, origin: String) -> TransportError {
        func error(_ kind: TransportError.Code, _ message: String) -> TransportError {
            TransportError(kind, "\(origin) \(message)", number: Int(code.rawValue))
        }
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
            return error(.nameNotResolved, "has a name without an address")
        case CURLE_COULDNT_CONNECT: return error(.connectFailed, "accepts no connection")
        case CURLE_OPERATION_TIMEDOUT: return error(.timeout, "did not answer in time")
        case CURLE_PEER_FAILED_VERIFICATION:
            let (kind, words) = refusal(verdict)
            return TransportError(kind, "\(origin) showed a certificate that \(words)", number: verdict)
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ENGINE_INITFAILED,
            CURLE_SSL_SHUTDOWN_FAILED:
            return error(.tlsFailed, "speaks no TLS that this client knows, or none at all")
        case CURLE_SSL_CACERT_BADFILE:
            return error(.tlsFailed, "cannot be verified: the certificates of the authorities cannot be read")
        case CURLE_FILESIZE_EXCEEDED: return error(.bodyTooLarge, "answered with a body above the limit")
        case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE:
            return error(.closed, "closed the connection before its answer was complete")
        case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_HTTP2, CURLE_BAD_CONTENT_ENCODING,
            CURLE_WRITE_ERROR:
            return error(.invalidResponse, "did not answer in HTTP")
        case CURLE_URL_MALFORMAT: return error(.invalidURL, "cannot be asked: the URL is malformed")
        default: return error(.system, "cannot be asked: \(String(cString: curl_easy_strerror(code)))")
        }
    }

    /// OpenSSL's `X509_V_ERR_…`; 0 or 1 when curl itself found the name to differ.
    private static func refusal(_ verdict: Int) -> (TransportError.Code, String) {
        switch verdict {
        case 0, 1, 62, 64: (.tlsWrongHost, "is for another name")
        case 9: (.tlsExpired, "is not valid yet by this machine's clock")
        case 10: (.tlsExpired, "has expired by this machine's clock")
        case 18, 19, 20, 21: (.tlsUnknownIssuer, "no known authority has signed")
        default: (.tlsUntrusted, "cannot be trusted")
        }
    }
}
