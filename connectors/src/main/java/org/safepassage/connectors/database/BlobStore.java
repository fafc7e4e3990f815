package org.safepassage.connectors.database;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.plumbing.BlockwiseStream;

/// Exhibits in a column. They are read in pieces by a statement that cuts them, since drivers hold a whole
/// column in memory otherwise.
///
/// @param piece statement with `:case`, `:path`, `:from` (1 is the first byte) and `:length`, which gives
///     the bytes
/// @param sizeColumn column of the row that names the exhibit, with the bytes it has
/// @param statementSeconds longest time for one statement
record BlobStore(NamedSql piece, String sizeColumn, int statementSeconds) implements ExhibitStore {
    private static final int PIECE = 1 << 20;

    @Override
    public Found find(String path, JsonNode row, String shown) throws DoorProblem {
        JsonNode size = row.path(sizeColumn);
        if (size.isMissingNode()) {
            throw new DoorProblem(Kind.CONFIGURATION, "the part of exhibitsPart has no column " + sizeColumn);
        }
        Item item = size.canConvertToLong() && size.asLong() >= 0
                ? Item.present(shown, size.asLong(), Item.Part.EXHIBIT)
                : new Item(shown, -1, Item.Part.EXHIBIT, Item.Presence.MISSING);
        return new Found(item, path, 0);
    }

    @Override
    public InputStream open(DatabaseLine line, String caseNumber, Found found, long offset) {
        return new Pieces(line, caseNumber, found, offset);
    }

    @Override
    public String test() {
        return "exhibits are read from a column";
    }

    private byte[] piece(DatabaseLine line, Map<String, Object> values) throws DoorProblem {
        return line.ask("blobSql", connection -> {
            try (var statement = connection.prepareStatement(piece.sql())) {
                statement.setQueryTimeout(statementSeconds);
                piece.bind(statement, values);
                try (ResultSet result = statement.executeQuery()) {
                    return only(result);
                }
            }
        });
    }

    private static byte[] only(ResultSet result) throws SQLException, DoorProblem {
        byte[] bytes = result.next() ? result.getBytes(1) : null;
        if (bytes == null) {
            throw new DoorProblem(Kind.CHANGED, "an exhibit in a column is not there any more");
        }
        if (result.next()) {
            throw new DoorProblem(Kind.CONFIGURATION, "blobSql gives more than one row for an exhibit");
        }
        return bytes;
    }

    private final class Pieces extends BlockwiseStream {
        private final DatabaseLine line;
        private final String caseNumber;
        private final Found found;
        private long at;
        private byte[] held = {};
        private int used;

        Pieces(DatabaseLine line, String caseNumber, Found found, long offset) {
            this.line = line;
            this.caseNumber = caseNumber;
            this.found = found;
            this.at = offset;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) return 0;
            if (used == held.length) {
                if (at >= found.item().size()) return -1;
                next();
            }
            int count = Math.min(length, held.length - used);
            System.arraycopy(held, used, bytes, offset, count);
            used += count;
            return count;
        }

        /// One byte too few or too many means another content than the row said.
        private void next() throws IOException {
            int length = (int) Math.min(PIECE, found.item().size() - at);
            held = piece(
                    line, Map.of("case", caseNumber, "path", found.name(), "from", number(at + 1), "length", length));
            used = 0;
            if (held.length != length) {
                throw new DoorProblem(Kind.CHANGED, "an exhibit in a column has not the size that its row tells");
            }
            at += length;
        }

        /// PostgreSQL cuts a bytea at an int only, which is all that one can hold.
        private static Object number(long from) {
            if (from <= Integer.MAX_VALUE) return (int) from;
            return from;
        }
    }
}
