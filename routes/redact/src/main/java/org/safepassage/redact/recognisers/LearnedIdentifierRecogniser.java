package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.List;
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
public final class LearnedIdentifierRecogniser extends LearnedRecogniser {
    /// As mentions name it.
    public static final String NAME = "learned-identifier";

    /// How far the tagger leans to each label: chosen on development data so that little is missed and three of four
    /// words found are right. Persons have leanings of their own, see [EnglishLeanings].
    private static final float[] LEANING = {0, 0, 90, 75, 90, 110, 60, 90, 50};

    /// The confidence of what counts for nothing by itself: what the tagger says of another language than English, or
    /// of bytes written as letters.
    private static final double GUESS = 0.5;

    private static final int LONGEST_NAME = 3;
    private static final int PLACE = LabelSet.IDENTIFIERS.labels().indexOf("place");
    private static final int DEMOGRAPHIC = LabelSet.IDENTIFIERS.labels().indexOf("demographic");
    private static final int DATE = LabelSet.IDENTIFIERS.labels().indexOf("date");
    /// What each label's finds are called.
    private static final List<String> TYPES =
            List.of("", "PERSON", "LOCATION", "ORGANISATION", "CODE", "DEMOGRAPHIC", "DATE", "QUANTITY", "DEMOGRAPHIC");

    /// For the service loader: with the model that comes along.
    public LearnedIdentifierRecogniser() {
        this(shipped("identifiers-english.model"));
    }

    /// With a model of one's own; see [NameTraining].
    ///
    /// @throws IllegalArgumentException when it is another tagger's
    public LearnedIdentifierRecogniser(TagModel model) {
        super(NAME, LabelSet.IDENTIFIERS, model);
    }

    @Override
    List<Span> search(NormalText text, Tagger tagger) {
        var rows = new LatinRows(text);
        return rows.any() ? new Search(text, tagger, rows).spans() : List.of();
    }

    private static final class Search {
        private final NormalText text;
        private final Tagger tagger;
        private final List<Token> tokens;
        private final TokenFeatures features;
        private final EnglishLeanings leanings;
        private final TaggedMentions tagged;
        private final WordClasses classes;
        private final LatinRows rows;
        private final List<Span> spans = new ArrayList<>();

        Search(NormalText text, Tagger tagger, LatinRows rows) {
            this.text = text;
            this.tagger = tagger;
            this.tokens = text.tokens();
            this.features = new TokenFeatures(text, LabelSet.IDENTIFIERS.latin());
            this.leanings = new EnglishLeanings(text);
            this.tagged = new TaggedMentions(text);
            this.classes = WordClasses.of(text);
            this.rows = rows;
        }

        List<Span> spans() {
            for (TokenRows.Row row : TokenRows.of(features, tokens.size())) {
                if (rows.isLatin(row)) {
                    label(row);
                }
            }
            spans.addAll(RepeatedPhrases.of(text, spans));
            return List.copyOf(spans);
        }

        private void label(TokenRows.Row row) {
            int[][] rowFeatures = new int[row.end() - row.start()][];
            float[] leaning = new float[rowFeatures.length];
            for (int i = 0; i < rowFeatures.length; i++) {
                rowFeatures[i] = features.at(row.start() + i);
                leaning[i] = leanings.at(row.start() + i);
            }
            Labelled labelled = tagger.label(rowFeatures, leaning, LEANING);
            double most = rows.isEnglish(row) ? 1 : GUESS;
            tagged.of(
                    row,
                    labelled,
                    (first, last, label, confidence) -> add(first, last, label, Math.min(most, confidence)));
        }

        private void add(int first, int last, int label, double confidence) {
            String type = label == DATE && !isYear(first, last)
                    ? "QUANTITY"
                    : isLikeName(first, last, label) ? "PERSON" : TYPES.get(label);
            spans.add(Span.of(tokens.get(first).start(), tokens.get(last).end(), type, confidence));
        }

        /// Two or three words with capitals that no dictionary calls a place: whoever takes a name for a place leaks
        /// it,
        /// since places may stay.
        private boolean isLikeName(int first, int last, int label) {
            boolean like = (label == PLACE || label == DEMOGRAPHIC)
                    && last > first
                    && last - first < LONGEST_NAME
                    && !classes.is(last, WordClasses.WORD);
            for (int i = first; like && i <= last; i++) {
                like = tokens.get(i).shape() == Token.Shape.CAPITALISED && !classes.is(i, WordClasses.PLACE);
            }
            return like;
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
}
