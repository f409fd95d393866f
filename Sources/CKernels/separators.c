// Separators of delimited text, 64 bytes at a time: each kind of byte becomes one mask of 64 bits, and what lies inside
// quotes is the running parity of the mask of quotes.
// Source: the method of Langdale and Lemire, “Parsing Gigabytes of JSON per Second”, 2019, on the grammar of RFC 4180.

#include "CKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// So that each walk is compiled for the processor that its masks are made for.
#define always_inline __attribute__((__always_inline__)) static inline

/// One bit for each of 64 bytes.
struct masks {
    uint64_t delimiters, feeds, returns, quotes, nuls;
};

/// Each bit becomes the parity of itself and all bits below.
always_inline uint64_t running_parity(uint64_t bits) {
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    bits ^= bits << 32;
    return bits;
}

/// Writes where the bits are set, eight at a time whether or not there are so many: room is there, and a branch less.
always_inline uint32_t *write_positions(uint32_t *out, uint64_t bits, uint32_t base) {
    int count = __builtin_popcountll(bits);
    for (int written = 0; written < count; written += 8) {
        for (int step = 0; step < 8; step++) {
            out[written + step] = base + (uint32_t)__builtin_ctzg(bits, 63);
            bits &= bits - 1;
        }
    }
    return out + count;
}

/// Writes the index that each line feed has among all separators.
///
/// - first: the index of the first separator of this group.
always_inline uint32_t *write_record_ends(uint32_t *out, uint64_t feeds, uint64_t separators, uint32_t first) {
    // A group seldom holds more than one: the first is written in any case, and counts if it is there.
    *out = first + (uint32_t)__builtin_popcountll(separators & (feeds - 1) & ~feeds);
    out += feeds != 0;
    for (feeds &= feeds - 1; feeds; feeds &= feeds - 1) {
        *out++ = first + (uint32_t)__builtin_popcountll(separators & (feeds - 1) & ~feeds);
    }
    return out;
}

/// The state while the groups of a block are gone through.
struct walk {
    uint64_t is_inside, was_quote, was_separator, doubt, nuls;
    uint32_t *position, *record_end;
    const uint32_t *positions;
    size_t lines;
    /// The group before ended in a carriage return outside quotes, so this one must begin with a line feed.
    uint64_t was_return;
};

/// What is outside quotes, and whether quotes and carriage returns stand where they may.
always_inline void mind_quotes(struct walk *walk, struct masks *masks, uint64_t valid) {
    uint64_t quotes = masks->quotes & valid;
    // A bit is set from an opening quote up to the byte before its closing quote.
    uint64_t inside = running_parity(quotes) ^ (0 - walk->is_inside);
    uint64_t outside = ~inside & ~quotes;
    masks->feeds &= outside;
    masks->delimiters &= outside;
    masks->returns &= outside & valid;
    uint64_t separators = masks->feeds | masks->delimiters;

    // A quote opens only at the start of a field, or directly behind a quote that seemed to close one.
    uint64_t may_open = (separators | quotes) << 1 | walk->was_separator | walk->was_quote;
    walk->doubt |= quotes & inside & ~may_open;
    // Behind a quote that closes stands a separator, the end of a line, or a quote.
    uint64_t behind_closing = (quotes & ~inside) << 1 | (walk->was_quote & ~walk->is_inside);
    walk->doubt |= behind_closing & valid & ~(separators | masks->returns | quotes);
    // A carriage return ends a record only as half of a pair.
    walk->doubt |= (masks->returns << 1 | walk->was_return) & valid & ~masks->feeds;

    // The last valid bit decides what the next group begins behind.
    int last = 63 - __builtin_clzll(valid);
    walk->is_inside = inside >> last & 1;
    walk->was_quote = quotes >> last & 1;
    walk->was_return = masks->returns >> last & 1;
}

always_inline void take_group(struct walk *walk, struct masks masks, uint64_t valid, uint32_t base) {
    masks.delimiters &= valid;
    masks.feeds &= valid;
    walk->nuls |= masks.nuls & valid;
    walk->lines += (size_t)__builtin_popcountll(masks.feeds);
    if (masks.quotes | masks.returns | walk->is_inside | walk->was_quote | walk->was_return) {
        mind_quotes(walk, &masks, valid);
    }
    uint64_t separators = masks.feeds | masks.delimiters;
    walk->was_separator = separators >> (63 - __builtin_clzll(valid)) & 1;
    uint32_t first = (uint32_t)(walk->position - walk->positions);
    walk->record_end = write_record_ends(walk->record_end, masks.feeds, separators, first);
    walk->position = write_positions(walk->position, separators, base);
}

always_inline struct walk begin(const struct separator_scan *scan, uint32_t *positions, uint32_t *record_ends) {
    struct walk walk = {
        .is_inside = scan->is_inside, .was_quote = scan->was_quote, .was_separator = scan->was_separator,
        .position = positions, .record_end = record_ends, .positions = positions,
    };
    return walk;
}

always_inline void end(const struct walk *walk, const uint32_t *record_ends, struct separator_scan *scan) {
    scan->is_inside = walk->is_inside;
    scan->was_quote = walk->was_quote;
    scan->was_separator = walk->was_separator;
    scan->separators = (size_t)(walk->position - walk->positions);
    scan->records = (size_t)(walk->record_end - record_ends);
    scan->lines = walk->lines;
    // Whether a line feed follows a carriage return at the very end is for the next block to say: be careful there.
    scan->is_doubtful = walk->doubt != 0 || walk->was_return;
    scan->has_nul = walk->nuls != 0;
}

always_inline uint64_t valid_bits(size_t count, size_t base) {
    size_t left = count - base;
    return left >= 64 ? ~0ULL : (1ULL << left) - 1;
}

always_inline struct masks portable_masks(const uint8_t *bytes, uint8_t delimiter) {
    struct masks masks = {0, 0, 0, 0, 0};
    for (int bit = 0; bit < 64; bit++) {
        uint64_t mask = 1ULL << bit;
        uint8_t byte = bytes[bit];
        if (byte == delimiter) masks.delimiters |= mask;
        if (byte == '\n') masks.feeds |= mask;
        if (byte == '\r') masks.returns |= mask;
        if (byte == '"') masks.quotes |= mask;
        if (byte == 0) masks.nuls |= mask;
    }
    return masks;
}

void find_separators_portably(
    const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t *positions, uint32_t *record_ends,
    struct separator_scan *scan) {
    struct walk walk = begin(scan, positions, record_ends);
    for (size_t base = 0; base < count; base += 64) {
        take_group(&walk, portable_masks(bytes + base, delimiter), valid_bits(count, base), (uint32_t)base);
    }
    end(&walk, record_ends, scan);
}

#if defined(__x86_64__)

__attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt"))) always_inline uint64_t equal_mask(
    __m256i low, __m256i high, uint8_t byte) {
    __m256i wanted = _mm256_set1_epi8((char)byte);
    uint64_t lower = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted));
    uint64_t upper = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted));
    return lower | upper << 32;
}

__attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt"))) static void find_separators_avx2(
    const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t *positions, uint32_t *record_ends,
    struct separator_scan *scan) {
    struct walk walk = begin(scan, positions, record_ends);
    for (size_t base = 0; base < count; base += 64) {
        __m256i low = _mm256_loadu_si256((const __m256i *)(bytes + base));
        __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + base + 32));
        struct masks masks = {
            equal_mask(low, high, delimiter), equal_mask(low, high, '\n'), equal_mask(low, high, '\r'),
            equal_mask(low, high, '"'), equal_mask(low, high, 0),
        };
        take_group(&walk, masks, valid_bits(count, base), (uint32_t)base);
    }
    end(&walk, record_ends, scan);
}

void find_separators(
    const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t *positions, uint32_t *record_ends,
    struct separator_scan *scan) {
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) {
        find_separators_avx2(bytes, count, delimiter, positions, record_ends, scan);
    } else {
        find_separators_portably(bytes, count, delimiter, positions, record_ends, scan);
    }
}

#else

void find_separators(
    const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t *positions, uint32_t *record_ends,
    struct separator_scan *scan) {
    find_separators_portably(bytes, count, delimiter, positions, record_ends, scan);
}

#endif
