package org.safepassage.redact.check;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts what comes out of an archive against the budget; never closes it, since more members may follow.
final class CountedInput extends FilterInputStream {
    private final Budget budget;

    CountedInput(InputStream inner, Budget budget) {
        super(inner);
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        try {
            budget.inflated(Math.max(0, count));
        } catch (UnreadableFile e) {
            throw new TooMuch(e);
        }
        return count;
    }

    @Override
    public void close() {}

    /// The budget is spent; carries the reason through [InputStream].
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuch(UnreadableFile cause) {
            super(cause.why(), cause);
        }
    }
}
