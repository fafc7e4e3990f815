package org.safepassage.redact.apart;

import java.nio.file.Path;

/// What a child does. It is made once a child by its public constructor without parameters, so what it loads there
/// (models, dictionaries) is paid once for many jobs. One job at a time.
public interface Task {
    /// Does one job.
    ///
    /// @param request what the caller asks; a few kilobytes of a form that caller and task agree on
    /// @param folder the job's own: the caller's files lie there, and results are left there
    /// @return what the caller gets back, at most [Frames#LARGEST] bytes
    /// @throws Exception when the job cannot be done; the caller gets [Trouble#FAILED] and this child is
    ///     replaced, since nobody knows what it left behind. A refusal that the task understands is a reply, not
    ///     an exception.
    byte[] run(byte[] request, Path folder) throws Exception;
}
