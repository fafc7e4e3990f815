package org.safepassage.redact.classifier;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Splits a text into the pieces that a model knows, whole: a length at which the tokenizer's file says to cut is not
/// obeyed. Safe to share between threads.
final class PieceReader implements AutoCloseable {
    private static final char UNREADABLE = '\uFFFD';

    private final HuggingFaceTokenizer tokenizer;

    private PieceReader(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// @param temp where the library's native part is unpacked; nobody else may write there
    /// @throws UnusableClassifier when the file is no tokenizer's
    static PieceReader open(Path file, Path temp) throws UnusableClassifier {
        try {
            keepToItself(Files.createDirectories(temp));
            return new PieceReader(HuggingFaceTokenizer.newInstance(
                    file, Map.of("truncation", "do_not_truncate", "padding", "do_not_pad")));
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new UnusableClassifier(
                    file, "cannot be used as a tokenizer; copy tokenizer.json from where the model comes from", e);
        }
    }

    /// The library would tell its makers where it runs, fetch parts for graphics cards, and unpack itself into the
    /// user's home: it is told not to before its first class is loaded.
    private static void keepToItself(Path temp) {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ENGINE_CACHE_DIR", temp.toAbsolutePath().toString());
    }

    /// The pieces of a text.
    Pieces read(String text) {
        Encoding encoding = tokenizer.encode(legible(text), true, false);
        long[] special = encoding.getSpecialTokenMask();
        int first = 0;
        while (first < special.length && special[first] == 1) {
            first++;
        }
        int last = special.length;
        while (last > first && special[last - 1] == 1) {
            last--;
        }
        int[] starts = new int[special.length];
        int[] ends = new int[special.length];
        @Nullable CharSpan[] spans = encoding.getCharTokenSpans();
        int[] chars = charsByCodePoint(text);
        for (int i = 0; i < special.length; i++) {
            CharSpan span = spans[i];
            if (span != null) {
                starts[i] = chars[span.getStart()];
                ends[i] = chars[span.getEnd()];
            }
        }
        return new Pieces(encoding.getIds(), starts, ends, first, last);
    }

    /// The library reads Unicode: half a sign is none, and it would lose count behind it. Some tokenizers take a
    /// control character, or the sign for what could not be read, for part of the word that it touches. All of
    /// these become spaces.
    private static String legible(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (Character.isHighSurrogate(chars[i]) && i + 1 < chars.length && Character.isLowSurrogate(chars[i + 1])) {
                i++;
            } else if (Character.isSurrogate(chars[i]) || Character.isISOControl(chars[i]) || chars[i] == UNREADABLE) {
                chars[i] = ' ';
            }
        }
        return new String(chars);
    }

    /// The library counts code points.
    private static int[] charsByCodePoint(String text) {
        int[] chars = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int i = 0; i < chars.length - 1; i++) {
            chars[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        chars[chars.length - 1] = text.length();
        return chars;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
