package org.safepassage.redact.check;

/// A text in which something is searched for.
///
/// @param label where it comes from, such as `text/base64`
/// @param base offset of its first char there, -1 when the label says all
/// @param fixed whether every find is reported at `base`, because offsets inside mean nothing to a reader
/// @param kind what it is
/// @param text the decoded chars
record View(String label, long base, boolean fixed, Kind kind, String text) {
    /// What recognisers may expect of a text.
    enum Kind {
        /// Words for a reader: everything runs.
        PROSE(true, true, true),
        /// The same words once more in another form: recognisers read them elsewhere.
        FORM(false, false, true),
        /// What a format says of itself: recognisers run, but what they only suspect does not count.
        METADATA(true, false, true),
        /// Digests, ids and labels that this product wrote: only what is known is searched for.
        TECHNICAL(false, false, false),
        /// Readable runs of bytes that are no text: only what is too long for chance counts.
        NOISE(false, false, false);

        private final boolean reread;
        private final boolean suspicions;
        private final boolean strays;

        Kind(boolean reread, boolean suspicions, boolean strays) {
            this.reread = reread;
            this.suspicions = suspicions;
            this.strays = strays;
        }

        boolean isReread() {
            return reread;
        }

        boolean hasSuspicions() {
            return suspicions;
        }

        boolean hasStrays() {
            return strays;
        }
    }

    /// A text with a place of its own, reported by its label alone.
    static View labelled(String label, Kind kind, String text) {
        return new View(label, -1, true, kind, text);
    }

    View as(Kind changed) {
        return new View(label, base, fixed, changed, text);
    }

    /// The whole text in another form.
    View derived(String step, String changed) {
        return new View(label + "/" + step, base, fixed, kind, changed);
    }

    /// What a stretch of the text decodes to.
    String stretchLabel(String step) {
        return label + "/" + step;
    }

    String place(int offset) {
        return base < 0 ? label : label + " at " + offset(offset);
    }

    long offset(int offset) {
        return fixed ? base : base + offset;
    }

    @Override
    public String toString() {
        return "View[" + label + ", " + text.length() + " chars]";
    }
}
