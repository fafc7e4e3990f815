package org.safepassage.connectors.database;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Item;

/// Where the bytes of exhibits are that rows name.
sealed interface ExhibitStore permits FileStore, BlobStore {
    /// An exhibit as a row names it and as it was found.
    ///
    /// @param item how the hub sees it
    /// @param name by which the store knows it
    /// @param modified milliseconds since 1970; 0 when the rows tell every change
    record Found(Item item, String name, long modified) {
        @Override
        public String toString() {
            return "Found[" + item + "]";
        }
    }

    /// Looks an exhibit up.
    ///
    /// @param path as the row has it
    /// @param row that names it
    /// @param shown the item's path
    Found find(String path, JsonNode row, String shown) throws DoorProblem;

    /// Opens an exhibit that was found, from a byte on.
    ///
    /// @param line to the database it belongs to
    InputStream open(DatabaseLine line, String caseNumber, Found found, long offset) throws IOException;

    /// Tells whether exhibits can be read.
    String test() throws DoorProblem;
}
