package org.safepassage.connectors.upload;

import org.safepassage.connectors.DoorProblem;

/// One way to bring a file to a recipient's server so that it is there whole or not at all.
public interface Upload {
    /// Sends the whole file. Returns when the server has said that it has it.
    ///
    /// @param fileName a plain name
    /// @throws DoorProblem of kind CHANGED when a file of that name is there; every other kind as it comes, with
    ///     [Attempt#mayBeThere] saying whether the server may have it all the same
    void send(String fileName, Attempt attempt) throws DoorProblem;

    /// Whether what was sent still waits under its temporary name, so that it did not arrive under its own.
    ///
    /// @throws DoorProblem when the server cannot be asked
    default boolean stillPending(String fileName) throws DoorProblem {
        return false;
    }

    /// Looks whether the server can be uploaded to in this way, and changes nothing there; answers what it saw.
    ///
    /// @throws DoorProblem when it cannot
    String test() throws DoorProblem;
}
