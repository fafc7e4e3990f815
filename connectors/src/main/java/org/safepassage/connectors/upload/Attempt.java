package org.safepassage.connectors.upload;

import java.io.IOException;
import java.io.InputStream;
import org.safepassage.connectors.plumbing.BlockwiseStream;
import org.safepassage.schemas.Content;

/// One try to deliver a file, and whether it went so far that the recipient may have the file although no answer came.
/// For one thread and the HTTP client's own.
public final class Attempt {
    private final Content content;
    private final long size;
    private volatile boolean mayBeThere;

    /// @param size of the content in bytes
    public Attempt(Content content, long size) {
        this.content = content;
        this.size = size;
    }

    /// The file.
    public Content content() {
        return content;
    }

    /// The file, where handing over its last byte is the step after which it may be there.
    public Content lastByteCounts() {
        return new Content() {
            @Override
            public InputStream open() throws IOException {
                return new Counted(content.open());
            }

            @Override
            public long size() {
                return size;
            }
        };
    }

    /// Bytes of the file.
    public long size() {
        return size;
    }

    /// Called just before the step that makes the file visible to the recipient.
    public void lastStep() {
        mayBeThere = true;
    }

    /// Whether that step was begun.
    public boolean mayBeThere() {
        return mayBeThere;
    }

    private final class Counted extends BlockwiseStream {
        private final InputStream in;
        private long position;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            position += Math.max(count, 0);
            if (position >= size) {
                lastStep();
            }
            return count;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = in.skip(wanted);
            position += skipped;
            return skipped;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
