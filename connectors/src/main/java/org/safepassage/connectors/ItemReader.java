package org.safepassage.connectors;

import java.io.IOException;
import java.io.InputStream;

/// What takes the items of one arrival, one after the other. Called in the thread that reads the door.
public interface ItemReader {
    /// An item and its bytes. The stream is valid during the call only; the door closes it. What is left unread is
    /// skipped.
    void item(Item item, InputStream bytes) throws IOException;

    /// An item that is missing or refused; see [Item#presence].
    void absent(Item item) throws IOException;
}
