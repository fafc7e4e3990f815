package org.safepassage.connectors.ftps;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.plumbing.BlockwiseStream;

/// What a data channel brings, to an end that the server confirms on the control channel: an end alone may
/// be a cut.
final class FtpsStream extends BlockwiseStream {
    private final FtpsLine line;
    private final FtpsClient ftp;
    private final Socket socket;
    private final InputStream in;
    private boolean ended;

    FtpsStream(FtpsLine line, FtpsClient ftp, Socket socket) throws IOException {
        this.line = line;
        this.ftp = ftp;
        this.socket = socket;
        this.in = socket.getInputStream();
        line.reading(this);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        try {
            int count = in.read(bytes, offset, length);
            if (count < 0) {
                finish();
            }
            return count;
        } catch (IOException broken) {
            line.drop();
            throw line.problem(broken);
        }
    }

    private void finish() throws IOException {
        ended = true;
        socket.close();
        line.reading(null);
        if (!ftp.completePendingCommand()) {
            throw line.refused(ftp);
        }
    }

    /// Lets go of the data channel without looking at its end.
    void abandon() throws IOException {
        ended = true;
        socket.close();
    }

    @Override
    public void close() throws IOException {
        if (ended) {
            return;
        }
        boolean atEnd;
        try {
            atEnd = read(new byte[1], 0, 1) < 0;
        } catch (DoorProblem broken) {
            return;
        }
        if (!atEnd) {
            line.drop();
        }
    }
}
