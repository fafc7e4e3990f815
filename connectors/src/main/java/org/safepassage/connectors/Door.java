package org.safepassage.connectors;

/// An opened door to a partner or a recipient. Opening a door contacts nobody; the first request does.
///
/// A door is used by one thread at a time; open a second door for a second thread. Closing it frees connections
/// and is harmless when repeated.
public interface Door extends AutoCloseable {
    /// Tries the door step by step and changes nothing on the other side. Never throws for what the other side does:
    /// that is what the report says.
    DoorReport test();

    @Override
    void close();
}
