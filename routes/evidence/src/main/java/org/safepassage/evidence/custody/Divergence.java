package org.safepassage.evidence.custody;

/// The first place where the stored log is not what was appended.
///
/// @param index of the leaf; the log's size when the tree as a whole is wrong
/// @param what in words, without any value
public record Divergence(long index, String what) {}
