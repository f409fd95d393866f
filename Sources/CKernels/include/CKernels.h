#ifndef HEADROOM_CKERNELS_H
#define HEADROOM_CKERNELS_H

#include <stddef.h>
#include <stdint.h>

/// What finding separators carries from one block to the next, and what it saw. All zero at the start of a file.
struct separator_scan {
    /// Whether the bytes so far end inside a quoted field: 0 or 1.
    uint64_t is_inside;
    /// Whether the byte before was a quote, or a byte behind which a field may begin; 1 for both at the start.
    uint64_t was_quote;
    uint64_t was_separator;
    /// How many separators were written.
    size_t separators;
    /// How many records end among them.
    size_t records;
    /// How many line feeds there are, inside quotes too.
    size_t lines;
    /// Whether quotes or line ends stand where only a careful reader can tell what they mean: the positions are of no
    /// use then.
    int is_doubtful;
    /// Whether there is a byte of value 0.
    int has_nul;
};

/// Finds the delimiters and line feeds that stand outside quotes.
///
/// Reads whole groups of 64 bytes: up to 63 bytes behind `count` must be readable, whatever they hold.
///
/// - positions: receives where they stand, in order; must have room for `count` of them and 8 more.
/// - record_ends: receives, for each line feed among them, its index in `positions`; room for `count` and 8 more.
/// - scan: the state before the first byte; receives the state behind the last, and the counts of this block.
void find_separators(
    const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t *positions, uint32_t *record_ends,
    struct separator_scan *scan);

/// The same without the instructions of one processor: what the other is held against.
void find_separators_portably(
    const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t *positions, uint32_t *record_ends,
    struct separator_scan *scan);

/// Whether bytes are UTF-8.
int is_utf8(const uint8_t *bytes, size_t count);

/// The same without the instructions of one processor.
int is_utf8_portably(const uint8_t *bytes, size_t count);

#endif
