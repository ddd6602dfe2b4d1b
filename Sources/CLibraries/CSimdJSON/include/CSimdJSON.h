#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A parser with the buffers that it reuses. One thread at a time.
typedef struct csimdjson_parser csimdjson_parser;

/// What went wrong, or that nothing did.
typedef enum {
    CSIMDJSON_OK = 0,
    CSIMDJSON_SYNTAX,
    CSIMDJSON_UTF8,
    CSIMDJSON_NUMBER,
    CSIMDJSON_STRING,
    CSIMDJSON_DEPTH,
    CSIMDJSON_MEMORY,
} csimdjson_status;

/// A parsed document. The pointers belong to the parser and hold until its next use.
typedef struct {
    const uint64_t *tape;
    const uint8_t *strings;
    csimdjson_status status;
} csimdjson_document;

/// Returns NULL when there is no memory. `depth` is how many non-empty containers may be open at once.
csimdjson_parser *csimdjson_parser_create(size_t depth);
void csimdjson_parser_destroy(csimdjson_parser *parser);

/// Copies the bytes into the parser's padded buffer and writes their tape.
csimdjson_document csimdjson_parse(csimdjson_parser *parser, const uint8_t *bytes, size_t count);

/// Gives the buffers back when they have grown beyond `bytes` of input.
void csimdjson_parser_trim(csimdjson_parser *parser, size_t bytes);

/// Lends the parser of the calling thread, or NULL when it is lent already (or there is no memory).
csimdjson_parser *csimdjson_thread_parser_take(size_t depth);
void csimdjson_thread_parser_give(csimdjson_parser *parser);

#ifdef __cplusplus
}
#endif
