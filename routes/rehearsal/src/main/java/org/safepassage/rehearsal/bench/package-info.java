/// Benchmarks: the whole hub beside bare Tika on the same files in the same run.
/// CPU seconds and memory are read from /proc over the whole process tree, so what a fork burns is counted.
/// Figures depend on the machine; the ratio of one run hardly does.
@NullMarked
package org.safepassage.rehearsal.bench;

import org.jspecify.annotations.NullMarked;
