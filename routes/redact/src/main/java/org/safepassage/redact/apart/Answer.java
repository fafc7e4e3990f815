package org.safepassage.redact.apart;

/// What comes of a job: a value, never an exception, however the child ended.
public sealed interface Answer {
    /// The task replied; its files lie in the job's folder.
    ///
    /// @param reply the caller's own to read; not copied
    @SuppressWarnings("ArrayRecordComponent")
    record Done(byte[] reply) implements Answer {}

    /// The task did not reply. What lies in the job's folder is worth nothing.
    record Stopped(Trouble trouble) implements Answer {}
}
