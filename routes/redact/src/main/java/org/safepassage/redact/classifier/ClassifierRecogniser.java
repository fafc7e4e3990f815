package org.safepassage.redact.classifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safepassage.redact.recognisers.DetectionContext;
import org.safepassage.redact.recognisers.Recogniser;
import org.safepassage.redact.recognisers.Span;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// An operator's own token classifier, beside the taggers that come along. A folder holds it: `model.onnx`,
/// `tokenizer.json` and `config.json` as its publisher gives them, and `mention-types.json`, which says what each label
/// means here (`{"PER": "PERSON", "MISC": null}`).
///
/// It leans to finding too much: a word is found when any of its pieces is more likely something than nothing, and then
/// as a whole. Confidence is that likelihood, the mean of a mention's words. Not in the service loader's list, since it
/// needs its folder: give it to [org.safepassage.redact.Detector#with]. Safe to share between threads; closed by
/// whoever
/// opened it.
///
/// Native libraries and what they hold take some 60 MB beside the model; time grows with the text, a window of the
/// model for every quarter of a thousand pieces or so.
public final class ClassifierRecogniser implements Recogniser, AutoCloseable {
    /// As mentions name it.
    public static final String NAME = "learned-classifier";

    private static final double LIKELY = 0.5;
    /// What may stand between two words of one mention.
    private static final String JOINING = " -.'\"«»„“”";
    private static final int LONGEST_GAP = 3;

    private final PieceReader tokenizer;
    private final TokenModel model;
    private final Labels labels;
    private final WindowReading reading;

    private ClassifierRecogniser(PieceReader tokenizer, TokenModel model, ClassifierFolder folder) {
        this.tokenizer = tokenizer;
        this.model = model;
        this.labels = folder.labels();
        this.reading = new WindowReading(model::read, folder.window());
    }

    /// Opens a classifier and has it read one whole window, so that what does not fit together shows now.
    ///
    /// @param folder its files
    /// @param temp where its native part is unpacked; nobody else may write there
    /// @param threads of the processor that it may keep busy
    /// @throws UnusableClassifier when a file is missing, no such file, or of another model than the others
    public static ClassifierRecogniser open(Path folder, Path temp, int threads) throws UnusableClassifier {
        ClassifierFolder files = read(folder);
        PieceReader tokenizer = PieceReader.open(files.tokenizer(), temp);
        TokenModel model;
        try {
            model = TokenModel.open(files.model(), files.labels().size(), threads);
        } catch (UnusableClassifier e) {
            tokenizer.close();
            throw e;
        }
        var recogniser = new ClassifierRecogniser(tokenizer, model, files);
        try {
            recogniser.reading.read(tokenizer.read("a ".repeat(files.window())));
        } catch (ClassifierFailed e) {
            recogniser.close();
            throw new UnusableClassifier(
                    files.model(),
                    "does not read a window of " + files.window() + " pieces as config.json and tokenizer.json say;"
                            + " take all files from one model",
                    e);
        }
        return recogniser;
    }

    /// Looks at what the folder says, without loading the model.
    ///
    /// @throws UnusableClassifier when a file is missing or says something else than it should
    public static void check(Path folder) throws UnusableClassifier {
        read(folder);
    }

    private static ClassifierFolder read(Path folder) throws UnusableClassifier {
        ClassifierFolder files = ClassifierFolder.read(folder);
        for (Libraries library : Libraries.values()) {
            Optional<String> missing = library.missing();
            if (missing.isPresent()) {
                throw new UnusableClassifier(folder, missing.get());
            }
        }
        return files;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean revealsNames() {
        return true;
    }

    @Override
    public boolean learned() {
        return true;
    }

    @Override
    public List<Span> find(NormalText text, DetectionContext context) {
        // Neither the case nor what other texts teach changes what is found, so it is found once.
        Found found = text.derived(Found.class, it -> new Found(this, search(it)));
        return found.by() == this ? found.spans() : search(text);
    }

    private record Found(ClassifierRecogniser by, List<Span> spans) {}

    /// What one word is said to be.
    ///
    /// @param type index of its type, -1 for none
    private record Word(int type, double likelihood, boolean begins) {
        static final Word NOTHING = new Word(-1, 0, false);
    }

    private List<Span> search(NormalText text) {
        if (text.tokens().isEmpty()) {
            return List.of();
        }
        Pieces pieces = tokenizer.read(text.chars());
        float[][] rows = reading.read(pieces);
        List<Word> words = new ArrayList<>();
        int piece = 0;
        for (Token token : text.tokens()) {
            while (piece < pieces.count() && pieces.end(piece) <= token.start()) {
                piece++;
            }
            Word word = Word.NOTHING;
            // A piece may reach into the next word too: so the next one begins with this piece again.
            for (int i = piece; i < pieces.count() && pieces.start(i) < token.end(); i++) {
                word = surer(word, word(rows[i]));
            }
            words.add(word);
        }
        return spans(text, words);
    }

    private static Word surer(Word first, Word second) {
        return second.likelihood() > first.likelihood()
                ? new Word(second.type(), second.likelihood(), first.begins() || second.begins())
                : first;
    }

    private Word word(float[] row) {
        double[] byType = new double[labels.types().size()];
        double something = 0;
        int most = -1;
        int label = 0;
        for (int i = 0; i < row.length; i++) {
            int type = labels.typeOf(i);
            if (type >= 0) {
                byType[type] += row[i];
                something += row[i];
                most = most < 0 || byType[type] > byType[most] ? type : most;
            }
            label = row[i] > row[label] ? i : label;
        }
        return something > LIKELY ? new Word(most, something, labels.begins(label)) : Word.NOTHING;
    }

    private List<Span> spans(NormalText text, List<Word> words) {
        List<Token> tokens = text.tokens();
        var spans = new ArrayList<Span>();
        int i = 0;
        while (i < words.size()) {
            Word word = words.get(i);
            int last = i;
            double likelihood = word.likelihood();
            while (word.type() >= 0
                    && last + 1 < words.size()
                    && words.get(last + 1).type() == word.type()
                    && !words.get(last + 1).begins()
                    && joins(
                            text.chars(),
                            tokens.get(last).end(),
                            tokens.get(last + 1).start())) {
                last++;
                likelihood += words.get(last).likelihood();
            }
            if (word.type() >= 0) {
                spans.add(Span.of(
                        tokens.get(i).start(),
                        tokens.get(last).end(),
                        labels.types().get(word.type()),
                        Math.min(1, likelihood / (last - i + 1))));
            }
            i = last + 1;
        }
        return List.copyOf(spans);
    }

    private static boolean joins(String chars, int from, int to) {
        return to - from <= LONGEST_GAP && chars.substring(from, to).chars().allMatch(c -> JOINING.indexOf(c) >= 0);
    }

    @Override
    public void close() {
        model.close();
        tokenizer.close();
    }
}
