package org.safepassage.redact.recognisers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.safepassage.redact.tagger.TagModel;
import org.safepassage.redact.tagger.Tagger;
import org.safepassage.redact.tagger.Tagger.Labelled;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// Whatever tells who somebody is in text in Latin letters, English above all, by a tagger that learned from labelled
/// texts and leans to finding too much: persons, and the places, organisations, numbers, times, nationalities,
/// professions and illnesses that tell it together. What was found in one place of a text is found in its other places.
///
/// The tagger's own certainty is a mention's confidence: one below a half was found only because of the leaning.
public final class LearnedIdentifierRecogniser implements Recogniser {
    /// As mentions name it.
    public static final String NAME = "learned-identifier";

    /// How far the tagger leans to each label: chosen on development data so that little is missed and three of four
    /// words found are right. Persons have leanings of their own, see [EnglishLeanings].
    private static final float[] LEANING = {0, 0, 90, 75, 90, 110, 60, 90, 50};

    private static final String BEFORE_IN_ADDRESS = "/@_=&%#";
    private static final String BEHIND_IN_ADDRESS = "./@_=&%#:";
    /// The confidence of what counts for nothing by itself.
    private static final double GUESS = 0.5;

    private static final int PERSON = LabelSet.IDENTIFIERS.labels().indexOf("person");
    private static final int DATE = LabelSet.IDENTIFIERS.labels().indexOf("date");
    /// What each label's finds are called.
    private static final List<String> TYPES =
            List.of("", "PERSON", "LOCATION", "ORGANISATION", "CODE", "DEMOGRAPHIC", "DATE", "QUANTITY", "DEMOGRAPHIC");

    private final Tagger tagger;

    /// For the service loader: with the model that comes along.
    public LearnedIdentifierRecogniser() {
        this(standardModel());
    }

    /// With a model of one's own; see [NameTraining].
    ///
    /// @throws IllegalArgumentException when it is another tagger's
    public LearnedIdentifierRecogniser(TagModel model) {
        if (!model.labels().equals(LabelSet.IDENTIFIERS.labels())) {
            throw new IllegalArgumentException("this model labels something else than identifiers");
        }
        this.tagger = new Tagger(model);
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
        Tagged tagged = text.derived(Tagged.class, it -> new Tagged(this, search(it)));
        return tagged.by() == this ? tagged.spans() : search(text);
    }

    private List<Span> search(NormalText text) {
        boolean any = text.tokens().stream().anyMatch(token -> isLatin(text, token));
        return any ? new Search(text).spans() : List.of();
    }

    private static boolean isLatin(NormalText text, Token token) {
        return token.shape() != Token.Shape.NUMBER && text.lower().charAt(token.start()) < 0x0250;
    }

    private record Tagged(LearnedIdentifierRecogniser by, List<Span> spans) {}

    private final class Search {
        private final NormalText text;
        private final List<Token> tokens;
        private final TokenFeatures features;
        private final EnglishLeanings leanings;
        private final TokenGaps gaps;
        private final WordClasses classes;
        private final List<Span> spans = new ArrayList<>();

        Search(NormalText text) {
            this.text = text;
            this.tokens = text.tokens();
            this.features = new TokenFeatures(text, LabelSet.IDENTIFIERS.latin());
            this.leanings = new EnglishLeanings(text);
            this.gaps = new TokenGaps(text);
            this.classes = WordClasses.of(text);
        }

        List<Span> spans() {
            for (TokenRows.Row row : TokenRows.of(features, tokens.size())) {
                if (isLatin(row)) {
                    label(row);
                }
            }
            spans.addAll(RepeatedPhrases.of(text, spans));
            return List.copyOf(spans);
        }

        private boolean isLatin(TokenRows.Row row) {
            int words = 0;
            int latin = 0;
            for (int i = row.start(); i < row.end(); i++) {
                words += tokens.get(i).shape() == Token.Shape.NUMBER ? 0 : 1;
                latin += LearnedIdentifierRecogniser.isLatin(text, tokens.get(i)) && !isInAddress(i) ? 1 : 0;
            }
            return latin > 0 && latin * 2 >= words;
        }

        /// Whether at least half of a row's small words are English ones: what the tagger says of another language, or
        /// of
        /// bytes written as letters, is a guess.
        private boolean isEnglish(TokenRows.Row row) {
            int small = 0;
            int known = 0;
            for (int i = row.start(); i < row.end(); i++) {
                if (tokens.get(i).shape() == Token.Shape.LOWER && tokens.get(i).length() > 1) {
                    small++;
                    known += (Lexicon.standard().of(classes.word(i)) & Lexicon.WORD) != 0 ? 1 : 0;
                }
            }
            return small > 0 && known * 2 >= small;
        }

        /// Whether a token is part of an URL, a handle or a file's name: others look for those.
        private boolean isInAddress(int i) {
            return isOneOf(tokens.get(i).start() - 1, BEFORE_IN_ADDRESS)
                    || (isOneOf(tokens.get(i).end(), BEHIND_IN_ADDRESS)
                            && i + 1 < tokens.size()
                            && tokens.get(i + 1).start() == tokens.get(i).end() + 1);
        }

        private boolean isOneOf(int at, String signs) {
            return at >= 0
                    && at < text.chars().length()
                    && signs.indexOf(text.chars().charAt(at)) >= 0;
        }

        private void label(TokenRows.Row row) {
            int[][] rowFeatures = new int[row.end() - row.start()][];
            float[] leaning = new float[rowFeatures.length];
            for (int i = 0; i < rowFeatures.length; i++) {
                rowFeatures[i] = features.at(row.start() + i);
                leaning[i] = leanings.at(row.start() + i);
            }
            Labelled labelled = tagger.label(rowFeatures, leaning, LEANING);
            double most = isEnglish(row) ? 1 : GUESS;
            int[] labels = labelled.labels();
            int i = 0;
            while (i < labels.length) {
                int last = i;
                while (labels[i] != 0
                        && last + 1 < labels.length
                        && (isGlued(row.start() + last)
                                || (labels[last + 1] == labels[i] && isOne(row.start() + last, labels[i])))) {
                    last++;
                }
                if (labels[i] != 0) {
                    add(
                            row.start() + i,
                            row.start() + last,
                            labels[i],
                            Math.min(most, Certainty.of(labelled.margins(), i, last)));
                }
                i = last + 1;
            }
        }

        /// `McAllister` is two tokens and one word.
        private boolean isGlued(int i) {
            return tokens.get(i).end() == tokens.get(i + 1).start();
        }

        /// Whether a token and the next can be one mention: persons beside each other are several.
        private boolean isOne(int i, int label) {
            return label != PERSON || (gaps.joins(i) && gaps.at(i).indexOf(',') < 0);
        }

        private void add(int first, int last, int label, double confidence) {
            String type = label == DATE && !isYear(first, last) ? "QUANTITY" : TYPES.get(label);
            spans.add(Span.of(tokens.get(first).start(), tokens.get(last).end(), type, confidence));
        }

        /// A year alone is a date; other times that rules do not know are durations (`for ten days`), ordinals or
        /// clock times, from which no policy can make a month.
        private boolean isYear(int first, int last) {
            Token token = tokens.get(last);
            return last - first <= 1
                    && token.shape() == Token.Shape.NUMBER
                    && token.length() == 4
                    && "12".indexOf(text.chars().charAt(token.start())) >= 0;
        }
    }

    private static TagModel standardModel() {
        String resource = "identifiers-english.model";
        try (var stream =
                Objects.requireNonNull(LearnedIdentifierRecogniser.class.getResourceAsStream(resource), resource)) {
            return TagModel.read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
