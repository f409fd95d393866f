import CMalloc

/// Keeps memory that was given back for what is asked for next, until the program ends.
///
/// Rows of a workspace are decoded in pieces of half a megabyte, a few of them for each chunk. The C library would give
/// them back to the system after every chunk and ask for them again, and clearing their pages takes longer than a third of
/// the decoding.
func keepFreedMemory() {
    mallopt(M_TRIM_THRESHOLD, 512 << 20)
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
}
