import MediaSpend

/// A number over several parts, each as its length and its text: what was written is read back, or found to be damaged.
func fingerprint(of parts: [String]) -> Int64 {
    Int64(bitPattern: ContentDigest(of: parts.map { "\($0.utf8.count):\($0)" }.joined()).low)
}
