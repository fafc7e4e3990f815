package org.safepassage.redact.apart;

/// Why a job has no reply. None of them says what the content was.
public enum Trouble {
    /// The child's JVM ended by itself: a fault in native code, a limit of memory outside the heap.
    CRASHED,
    /// The heap or what the system grants was not enough.
    OUT_OF_MEMORY,
    /// More CPU time than the settings allow.
    CPU_TIME,
    /// Too long by the clock, though little CPU was used: the child waits for something that does not come.
    WALL_CLOCK,
    /// The task threw.
    FAILED,
    /// The child said something that is not of the protocol.
    PROTOCOL
}
