package org.safepassage.extract.worker;

/// Bounds what a parser may put into the temporary folder. Off while a document only streams by.
final class SpoolLimit implements CountedStream.Counter {
    private final Unfolding unfolding;
    private final boolean embedded;
    private long bytes;
    private boolean on;

    SpoolLimit(Unfolding unfolding, boolean embedded) {
        this.unfolding = unfolding;
        this.embedded = embedded;
    }

    void switchOn() {
        on = true;
    }

    @Override
    public void count(long more) throws LimitReached {
        bytes += more;
        if (embedded) {
            unfolding.unfold(more);
        }
        if (on && bytes > unfolding.limits().spoolBytes()) {
            throw new LimitReached("spool-bytes");
        }
    }
}
