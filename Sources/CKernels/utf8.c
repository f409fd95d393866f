// Whether bytes are UTF-8, 32 at a time: three tables, looked up by the halves of a byte and of the one behind it, say
// for each pair of bytes which faults it can be part of; a fault that all three name is one.
// Source: Keiser and Lemire, “Validating UTF-8 In Less Than One Instruction Per Byte”, 2021.

#include "CKernels.h"
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

int is_utf8_portably(const uint8_t *bytes, size_t count) {
    size_t position = 0;
    while (position < count) {
        uint8_t first = bytes[position];
        if (first < 0x80) {
            position++;
            continue;
        }
        size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || count - position < length) return 0;
        for (size_t behind = 1; behind < length; behind++) {
            if ((bytes[position + behind] & 0xC0) != 0x80) return 0;
        }
        uint8_t second = bytes[position + 1];
        // Longer than need be, half of a pair, or beyond the last character.
        if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) || (first == 0xF0 && second < 0x90)
            || (first == 0xF4 && second > 0x8F)) {
            return 0;
        }
        position += length;
    }
    return 1;
}

#if defined(__x86_64__)

enum {
    /// A first byte, or a character of one byte, where one of those behind a first byte should be.
    too_short = 1 << 0,
    /// One of those behind a first byte where none should be.
    too_long = 1 << 1,
    overlong_3 = 1 << 2,
    too_large = 1 << 3,
    surrogate = 1 << 4,
    overlong_2 = 1 << 5,
    too_large_1000 = 1 << 6,
    overlong_4 = 1 << 6,
    /// Right in the third and fourth byte of a character only.
    two_behind = 1 << 7,
    any_low = too_short | too_long | two_behind,
};

#define table_of(...) _mm256_broadcastsi128_si256(_mm_setr_epi8(__VA_ARGS__))

/// Each byte with those so many places before it in its place.
#define shifted(bytes, before, places) \
    _mm256_alignr_epi8(bytes, _mm256_permute2x128_si256(before, bytes, 0x21), 16 - (places))

/// Bits are set where the bytes, behind those before them, are no UTF-8.
__attribute__((target("avx2"))) static inline __m256i faults(__m256i bytes, __m256i before) {
    const __m256i low_nibble = _mm256_set1_epi8(0x0F);
    const __m256i first_high = table_of(
        too_long, too_long, too_long, too_long, too_long, too_long, too_long, too_long, (char)two_behind,
        (char)two_behind, (char)two_behind, (char)two_behind, too_short | overlong_2, too_short,
        too_short | overlong_3 | surrogate, too_short | too_large | too_large_1000 | overlong_4);
    const char carry = (char)any_low;
    const char large = carry | too_large | too_large_1000;
    const __m256i first_low = table_of(
        carry | overlong_3 | overlong_2 | overlong_4, carry | overlong_2, carry, carry, carry | too_large, large, large,
        large, large, large, large, large, large, large | surrogate, large, large);
    const char behind = (char)(too_long | overlong_2 | two_behind);
    const __m256i second_high = table_of(
        too_short, too_short, too_short, too_short, too_short, too_short, too_short, too_short,
        behind | overlong_3 | too_large_1000 | overlong_4, behind | overlong_3 | too_large, behind | surrogate | too_large,
        behind | surrogate | too_large, too_short, too_short, too_short, too_short);
    __m256i one_before = shifted(bytes, before, 1);
    __m256i named = _mm256_and_si256(
        _mm256_and_si256(
            _mm256_shuffle_epi8(first_high, _mm256_and_si256(_mm256_srli_epi16(one_before, 4), low_nibble)),
            _mm256_shuffle_epi8(first_low, _mm256_and_si256(one_before, low_nibble))),
        _mm256_shuffle_epi8(second_high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), low_nibble)));
    // Behind the first byte of a long character there must be two in a row, or three.
    __m256i third = _mm256_subs_epu8(shifted(bytes, before, 2), _mm256_set1_epi8((char)(0xE0 - 0x80)));
    __m256i fourth = _mm256_subs_epu8(shifted(bytes, before, 3), _mm256_set1_epi8((char)(0xF0 - 0x80)));
    __m256i must = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
    return _mm256_xor_si256(must, named);
}

__attribute__((target("avx2"))) static int is_utf8_avx2(const uint8_t *bytes, size_t count) {
    __m256i before = _mm256_setzero_si256();
    __m256i fault = _mm256_setzero_si256();
    int was_long = 0;
    for (size_t position = 0; position <= count; position += 32) {
        __m256i group;
        if (count - position >= 32) {
            group = _mm256_loadu_si256((const __m256i *)(bytes + position));
        } else {
            // Zeros behind the end show a character that is not complete.
            uint8_t rest[32] = {0};
            memcpy(rest, bytes + position, count - position);
            group = _mm256_loadu_si256((const __m256i *)rest);
        }
        int is_long = _mm256_movemask_epi8(group) != 0;
        if (is_long | was_long) fault = _mm256_or_si256(fault, faults(group, before));
        was_long = is_long;
        before = group;
    }
    return _mm256_testz_si256(fault, fault);
}

int is_utf8(const uint8_t *bytes, size_t count) {
    return __builtin_cpu_supports("avx2") ? is_utf8_avx2(bytes, count) : is_utf8_portably(bytes, count);
}

#else

int is_utf8(const uint8_t *bytes, size_t count) { return is_utf8_portably(bytes, count); }

#endif
