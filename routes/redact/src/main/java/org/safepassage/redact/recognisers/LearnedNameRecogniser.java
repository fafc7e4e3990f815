package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.redact.tagger.TagModel;
import org.safepassage.redact.tagger.Tagger;
import org.safepassage.redact.tagger.Tagger.Labelled;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// Persons, and the places and organisations that tell with other things who somebody is, in Cyrillic text by a tagger
/// that learned from labelled texts. It leans to finding too many persons. The room's README says what the model that
/// comes along has learned from.
///
/// The tagger's own certainty is a mention's confidence: one below a half was found only because of the leaning.
public final class LearnedNameRecogniser extends LearnedRecogniser {
    /// As mentions name it.
    public static final String NAME = "learned-name";

    private static final int LONGEST_NAME = 6;
    private static final int NEAR = 2;
    private static final int[] NO_FEATURES = {};
    private static final float[] NO_LEANING = new float[LabelSet.NAMES.labels().size()];
    private static final String PLACE = "LOCATION";
    /// What each label's finds are called.
    private static final List<String> TYPES = List.of("", "PERSON", PLACE, "ORGANISATION");

    /// For the service loader: with the model that comes along.
    public LearnedNameRecogniser() {
        this(shipped("names-cyrillic.model"));
    }

    /// With a model of one's own; see [NameTraining].
    ///
    /// @throws IllegalArgumentException when it is another tagger's
    public LearnedNameRecogniser(TagModel model) {
        super(NAME, LabelSet.NAMES, model);
    }

    @Override
    List<Span> search(NormalText text, Tagger tagger) {
        boolean any = text.tokens().stream().anyMatch(token -> NameLeanings.isCyrillic(text, token));
        return any ? new Search(text, tagger).spans() : List.of();
    }

    private static final class Search {
        private final NormalText text;
        private final Tagger tagger;
        private final List<Token> tokens;
        private final TokenFeatures features;
        private final NameLeanings leanings;
        private final TokenGaps gaps;
        private final TaggedMentions tagged;
        private final WordClasses classes;
        private final Settlements settlements;
        private final List<Span> spans = new ArrayList<>();

        Search(NormalText text, Tagger tagger) {
            this.text = text;
            this.tagger = tagger;
            this.tokens = text.tokens();
            this.features = new TokenFeatures(text, LabelSet.NAMES.latin());
            this.leanings = new NameLeanings(text);
            this.gaps = new TokenGaps(text);
            this.tagged = new TaggedMentions(text);
            this.classes = WordClasses.of(text);
            this.settlements = new Settlements(text);
        }

        List<Span> spans() {
            for (TokenRows.Row row : TokenRows.of(features, tokens.size())) {
                if (isCyrillic(row)) {
                    label(row);
                }
            }
            return List.copyOf(spans);
        }

        private boolean isCyrillic(TokenRows.Row row) {
            int cyrillic = 0;
            for (int i = row.start(); i < row.end(); i++) {
                cyrillic += NameLeanings.isCyrillic(text, tokens.get(i)) ? 1 : 0;
            }
            return cyrillic * 2 >= row.end() - row.start();
        }

        private void label(TokenRows.Row row) {
            int[][] rowFeatures = new int[row.end() - row.start()][];
            float[] leaning = new float[rowFeatures.length];
            boolean any = false;
            for (int i = 0; i < rowFeatures.length; i++) {
                leaning[i] = leanings.at(row.start() + i);
                any |= leaning[i] > NameLeanings.NEVER;
            }
            if (!any) {
                return;
            }
            for (int i = 0; i < rowFeatures.length; i++) {
                rowFeatures[i] = isNearName(leaning, i) ? features.at(row.start() + i) : NO_FEATURES;
            }
            Labelled labelled = tagger.label(rowFeatures, leaning, NO_LEANING);
            for (int i = 0; i < leaning.length; i++) {
                // A place or an organisation is written as a name is.
                labelled.labels()[i] = leaning[i] > NameLeanings.NEVER ? labelled.labels()[i] : 0;
            }
            tagged.of(row, labelled, this::take);
        }

        private void take(int first, int last, int label, double confidence) {
            add(first, last, isPlace(first, last, label) ? PLACE : TYPES.get(label), confidence);
            if (label == TaggedMentions.PERSON) {
                addLatinSpelling(last, confidence);
            }
        }

        /// What stands far from every word that can be a name is not looked at: most words of most texts.
        private static boolean isNearName(float[] leaning, int i) {
            for (int j = Math.max(0, i - NEAR); j <= Math.min(leaning.length - 1, i + NEAR); j++) {
                if (leaning[j] > NameLeanings.NEVER) {
                    return true;
                }
            }
            return false;
        }

        /// What dictionaries call a place is one, whatever the words beside it look like; what they make a name of only
        /// behind a word that announces it.
        private boolean isPlace(int first, int last, int label) {
            boolean place = label != TaggedMentions.PERSON || (first == last && settlements.stands(first));
            for (int i = first; place && i <= last; i++) {
                place = classes.is(i, WordClasses.PLACE);
            }
            return place;
        }

        private void add(int first, int last, String type, double confidence) {
            spans.add(Span.of(tokens.get(first).start(), tokens.get(last).end(), type, confidence));
        }

        /// `Халед эль-Масри (Khaled el-Masri)`: what stands in brackets behind a name in other letters is that name.
        private void addLatinSpelling(int name, double confidence) {
            if (!gaps.at(name).strip().equals("(")) {
                return;
            }
            int last = name + 1;
            while (last < tokens.size()
                    && last - name <= LONGEST_NAME
                    && gaps.at(last).indexOf(')') < 0) {
                last++;
            }
            boolean latin = last < tokens.size() && last - name <= LONGEST_NAME;
            for (int i = name + 1; latin && i <= last; i++) {
                latin = !NameLeanings.isCyrillic(text, tokens.get(i))
                        && tokens.get(i).shape() != Token.Shape.NUMBER;
            }
            if (latin) {
                add(name + 1, last, TYPES.get(TaggedMentions.PERSON), confidence);
            }
        }
    }
}
