package org.safepassage.connectors;

import java.io.IOException;
import java.util.stream.Stream;

/// A partner's system, from which case files are pulled. Every implementation passes `PartnerDoorContract`.
///
/// The order of a pull is [#changes], then for each arrival [#read], then, once everything is sealed, [#acknowledge].
/// An arrival can be written down and used after a restart with another instance of the same door.
public interface PartnerDoor extends Door {
    /// The case files that are new or changed since the cursor, oldest first. Lazy: a listing of any length needs
    /// bounded memory, and nothing is read that the caller does not take. An arrival may come again (the caller
    /// knows it by key and fingerprint); one that changed is never left out. The caller closes the stream.
    ///
    /// @param cursor the cursor of the last arrival before the first one that was not sealed; empty for all
    /// @throws DoorProblem when the partner cannot be listed; while the stream is read it comes wrapped in an
    ///     [java.io.UncheckedIOException]
    Stream<Arrival> changes(String cursor) throws IOException;

    /// Reads everything that belongs to the arrival, once and in sequence, without a copy on disk. The reader gets
    /// every item of [Arrival#items], and the members of a bundle, which are not known before. The record may come
    /// at any place. A connection that is cut is resumed at the byte where it broke.
    ///
    /// @throws DoorProblem when the arrival cannot be read to its end; what the reader got so far must not count
    void read(Arrival arrival, ItemReader reader) throws IOException;

    /// Tells the partner's side that the arrival is sealed: moves it or marks it, as the door is configured. Called
    /// only after sealing; harmless when repeated. When the arrival changed since it was listed it is left where it
    /// is, so that the next pull brings the change.
    ///
    /// @throws DoorProblem when the partner's side refuses or cannot be reached
    void acknowledge(Arrival arrival) throws IOException;
}
