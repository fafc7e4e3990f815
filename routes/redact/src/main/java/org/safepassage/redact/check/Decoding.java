package org.safepassage.redact.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.redact.check.View.Kind;

/// Every text that a text can be decoded to: escapes undone, tags dropped, base64 and hex decoded, over and over.
/// Each text is searched once. For one file; not safe to share.
final class Decoding {
    private static final int DEEPEST_ESCAPES = 3;
    /// Fewer decoded characters may be chance, and recognisers suspect names in chance.
    private static final int LEAST_PROSE = 24;
    /// Fewer bytes than this that are no text were none from the start.
    private static final int LEAST_BLOB = 48;
    private static final Pattern JSON = Pattern.compile("\\s*[\\[{]");
    private static final ObjectMapper READER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern MARKUP = Pattern.compile("\\s*<[!?A-Za-z]");

    /// Searches what was decoded.
    interface Sink {
        void search(View view);

        /// Searches bytes that are no text.
        void search(String label, byte[] bytes) throws UnreadableFile, IOException;
    }

    private final Sink sink;
    private final Budget budget;
    private final Packed packed;
    private final Map<Kind, Set<Long>> seen = new EnumMap<>(Kind.class);

    Decoding(Sink sink, Budget budget, Packed packed) {
        this.sink = sink;
        this.budget = budget;
        this.packed = packed;
    }

    /// Searches this text and all that it decodes to.
    void read(View view) throws UnreadableFile, IOException {
        read(view, 0, 0);
    }

    void read(View view, int depth, int escapes) throws UnreadableFile, IOException {
        if (view.kind() != Kind.TECHNICAL && PdfSyntax.is(view)) {
            read(view.as(Kind.TECHNICAL), depth, escapes);
            read(View.labelled(view.stretchLabel("pdf"), view.kind(), PdfSyntax.literals(view.text())), depth, escapes);
            return;
        }
        if (!isNew(view)) {
            return;
        }
        budget.decoded(view.text().length());
        searchAs(view);
        runs(view, depth);
        if (escapes < DEEPEST_ESCAPES) {
            escapes(view, depth, escapes + 1);
        }
    }

    /// The text as it is, and, where a format's own signs stand between the words, the words alone for the
    /// recognisers.
    private void searchAs(View view) {
        String text = view.text();
        if (view.kind() != Kind.PROSE) {
            sink.search(view);
        } else if (JSON.matcher(text).lookingAt() && isJson(text)) {
            sink.search(view.as(Kind.FORM));
            searchNew(view.derived("json", literals(text)));
        } else if (MARKUP.matcher(text).lookingAt()) {
            sink.search(view.as(Kind.FORM));
            searchNew(view.derived("markup", Escapes.entities(Escapes.tags(text, "\n"))));
        } else {
            sink.search(view);
        }
    }

    private void searchNew(View view) {
        if (isNew(view)) {
            sink.search(view);
        }
    }

    private void escapes(View view, int depth, int escapes) throws UnreadableFile, IOException {
        String text = view.text();
        View form = view.kind() == Kind.PROSE ? view.as(Kind.FORM) : view;
        if (text.indexOf('\\') >= 0) {
            changed(form, "escapes", Escapes.backslashes(text), depth, escapes);
        }
        if (text.indexOf('&') >= 0) {
            changed(form, "entities", Escapes.entities(text), depth, escapes);
        }
        if (text.indexOf('<') >= 0) {
            changed(form, "tags", Escapes.tags(text, ""), depth, escapes);
        }
        if (Escapes.hasPercents(text)) {
            bytes(form, "percent", Escapes.bytes(text, '%'), depth, escapes);
        }
        if (Escapes.hasQuotedPrintable(text)) {
            bytes(form, "quoted-printable", Escapes.bytes(text, '='), depth, escapes);
        }
    }

    private void changed(View view, String step, String changed, int depth, int escapes)
            throws UnreadableFile, IOException {
        if (!changed.equals(view.text())) {
            read(view.derived(step, changed), depth, escapes);
        }
    }

    private void bytes(View view, String step, byte[] bytes, int depth, int escapes)
            throws UnreadableFile, IOException {
        for (Charsets.Reading reading : Charsets.readings(bytes, 0, bytes.length)) {
            changed(view, step, reading.text(), depth, escapes);
        }
    }

    private void runs(View view, int depth) throws UnreadableFile, IOException {
        Runs.each(view.text(), (step, at, bytes) -> run(view, view.stretchLabel(step), view.offset(at), bytes, depth));
    }

    private void run(View view, String label, long at, byte[] bytes, int depth) throws UnreadableFile, IOException {
        if (Packed.isPacked(bytes, bytes.length)) {
            packed.tryOpen(label + " at " + at, bytes, depth + 1);
        }
        List<Charsets.Reading> readings = Charsets.readings(bytes, 0, bytes.length);
        if (readings.isEmpty() && bytes.length >= LEAST_BLOB) {
            sink.search(label + " at " + at, bytes);
        }
        for (Charsets.Reading reading : readings) {
            boolean sure = reading.charset().equals("utf-8") && reading.text().length() >= LEAST_PROSE;
            if (sure) {
                Budget.depth(depth + 1);
            }
            if (depth < Budget.DEEPEST) {
                Kind kind = decoded(view.kind(), sure);
                read(new View(label, at, true, kind, reading.text()), depth + 1, 0);
            }
        }
    }

    /// Ids and digests decode to letters in chance order, but not to a text of some length without a fault.
    private static Kind decoded(Kind from, boolean sure) {
        return switch (from) {
            case TECHNICAL -> sure ? Kind.TECHNICAL : Kind.NOISE;
            case NOISE -> Kind.NOISE;
            case PROSE, FORM, METADATA -> sure ? Kind.PROSE : Kind.FORM;
        };
    }

    /// Only what a parser takes to its end: prose may begin with a bracket, too.
    private static boolean isJson(String text) {
        try {
            READER.readTree(text);
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static String literals(String json) {
        var out = new StringBuilder(json.length());
        Matcher literal = LITERAL.matcher(json);
        while (literal.find()) {
            out.append(literal.group(1)).append('\n');
        }
        return Escapes.backslashes(out.toString());
    }

    /// Spaces of any kind and number count as one, so that what reads back with other line ends is not searched
    /// twice.
    private boolean isNew(View view) {
        String text = view.text();
        long hash = 0xcbf29ce484222325L;
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean spaceBefore = space;
            space = Character.isWhitespace(c);
            if (!space) {
                hash = spaceBefore ? (hash ^ ' ') * 0x100000001b3L : hash;
                hash = (hash ^ c) * 0x100000001b3L;
                hash ^= hash >>> 29;
            }
        }
        return seen.computeIfAbsent(view.kind(), kind -> new HashSet<>()).add(hash) && !text.isBlank();
    }
}
