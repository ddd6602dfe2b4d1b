#include "CSimdJSON.h"

#include <cstring>
#include <memory>
#include <new>
#include <simdjson.h>

struct csimdjson_parser {
    explicit csimdjson_parser(size_t depth) : depth(depth) {}

    simdjson::dom::parser parser{};
    std::unique_ptr<uint8_t[]> input{};
    size_t capacity = 0;
    size_t depth;
};

namespace {

// simdjson allocates exactly what one document needs; powers of two spare the next, slightly longer one.
simdjson::error_code reserve(csimdjson_parser &self, size_t count) {
    if (self.capacity != 0 && count <= self.capacity) { return simdjson::SUCCESS; }
    size_t capacity = 4096;
    while (capacity < count) { capacity *= 2; }
    self.capacity = 0;
    self.input.reset(new (std::nothrow) uint8_t[capacity + simdjson::SIMDJSON_PADDING]);
    if (!self.input) { return simdjson::MEMALLOC; }
    // simdjson counts the level on which the root stands too.
    auto error = self.parser.allocate(capacity, self.depth + 1);
    if (!error) { error = self.parser.doc.allocate(capacity); }
    if (!error) { self.capacity = capacity; }
    return error;
}

int hex(uint8_t c) {
    if (c >= '0' && c <= '9') { return c - '0'; }
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

int code_unit(const uint8_t *digits) {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
        int digit = hex(digits[i]);
        if (digit < 0) { return -1; }
        unit = unit << 4 | digit;
    }
    return unit;
}

// simdjson 3.0 writes a lone low surrogate as three bytes that are no UTF-8. A document that parsed has backslashes
// in strings only, each with its whole escape, so looking at those is enough.
bool has_lone_surrogate(const uint8_t *bytes, size_t count) {
    const uint8_t *end = bytes + count;
    const uint8_t *at = bytes;
    while ((at = static_cast<const uint8_t *>(memchr(at, '\\', size_t(end - at))))) {
        if (at[1] != 'u') {
            at += 2;
            continue;
        }
        int unit = code_unit(at + 2);
        at += 6;
        if (unit < 0xD800 || unit > 0xDFFF) { continue; }
        if (unit > 0xDBFF || at[0] != '\\' || at[1] != 'u') { return true; }
        int low = code_unit(at + 2);
        if (low < 0xDC00 || low > 0xDFFF) { return true; }
        at += 6;
    }
    return false;
}

csimdjson_status status(simdjson::error_code error) {
    switch (error) {
    case simdjson::SUCCESS: return CSIMDJSON_OK;
    case simdjson::UTF8_ERROR: return CSIMDJSON_UTF8;
    case simdjson::NUMBER_ERROR:
    case simdjson::NUMBER_OUT_OF_RANGE: return CSIMDJSON_NUMBER;
    case simdjson::STRING_ERROR:
    case simdjson::UNESCAPED_CHARS:
    case simdjson::UNCLOSED_STRING: return CSIMDJSON_STRING;
    case simdjson::DEPTH_ERROR: return CSIMDJSON_DEPTH;
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC: return CSIMDJSON_MEMORY;
    default: return CSIMDJSON_SYNTAX;
    }
}

struct thread_parser {
    csimdjson_parser *parser = nullptr;
    bool lent = false;
    ~thread_parser() { delete parser; }
};

thread_local thread_parser current;

} // namespace

extern "C" {

csimdjson_parser *csimdjson_parser_create(size_t depth) { return new (std::nothrow) csimdjson_parser(depth); }

void csimdjson_parser_destroy(csimdjson_parser *parser) { delete parser; }

csimdjson_document csimdjson_parse(csimdjson_parser *self, const uint8_t *bytes, size_t count) {
    try {
        auto error = reserve(*self, count);
        if (error) { return {nullptr, nullptr, status(error)}; }
        if (count > 0) { memcpy(self->input.get(), bytes, count); }
        memset(self->input.get() + count, 0, simdjson::SIMDJSON_PADDING);
        simdjson::dom::element root;
        error = self->parser.parse(self->input.get(), count, false).get(root);
        if (error) { return {nullptr, nullptr, status(error)}; }
        if (has_lone_surrogate(self->input.get(), count)) { return {nullptr, nullptr, CSIMDJSON_STRING}; }
        return {self->parser.doc.tape.get(), self->parser.doc.string_buf.get(), CSIMDJSON_OK};
    } catch (...) {
        return {nullptr, nullptr, CSIMDJSON_MEMORY};
    }
}

void csimdjson_parser_trim(csimdjson_parser *self, size_t bytes) {
    if (self->capacity <= bytes) { return; }
    self->parser = simdjson::dom::parser();
    self->input.reset();
    self->capacity = 0;
}

csimdjson_parser *csimdjson_thread_parser_take(size_t depth) {
    if (current.lent) { return nullptr; }
    if (!current.parser) { current.parser = csimdjson_parser_create(depth); }
    current.lent = current.parser != nullptr;
    return current.parser;
}

void csimdjson_thread_parser_give(csimdjson_parser *parser) {
    if (parser == current.parser) { current.lent = false; }
}

} // extern "C"
