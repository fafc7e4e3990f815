package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.safepassage.redact.tagger.Perceptron;
import org.safepassage.redact.tagger.TagModel;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;
import org.safepassage.schemas.Mention;

/// Trains the taggers of [LearnedNameRecogniser] and [LearnedIdentifierRecogniser]. Each text is shown as it is and
/// once more with its names as if they had never been seen, so that what stands around them tells; most texts also in
/// small letters and many in capitals, so that neither falls through. The same texts in the same order give the same
/// model.
public final class NameTraining {
    private static final double IN_SMALL = 0.8;
    private static final double IN_CAPITALS = 0.5;

    private final LabelSet set;

    private NameTraining(LabelSet set) {
        this.set = set;
    }

    /// Learns persons from these texts, for [LearnedNameRecogniser].
    public static TagModel names(List<LabelledText> texts) {
        return new NameTraining(LabelSet.NAMES).learn(texts);
    }

    /// Learns whatever is labelled as telling who somebody is, for [LearnedIdentifierRecogniser].
    public static TagModel identifiers(List<LabelledText> texts) {
        return new NameTraining(LabelSet.IDENTIFIERS).learn(texts);
    }

    private TagModel learn(List<LabelledText> texts) {
        var random = new Random(9);
        var rows = new ArrayList<Perceptron.Row>();
        for (LabelledText text : texts) {
            addRows(text, false, rows);
            addRows(text, true, rows);
            if (random.nextDouble() < IN_SMALL) {
                addRows(cased(text, false), random.nextBoolean(), rows);
            }
            if (random.nextDouble() < IN_CAPITALS) {
                addRows(cased(text, true), random.nextBoolean(), rows);
            }
        }
        return Perceptron.learn(set.labels(), set.costs(), rows, set.epochs());
    }

    private static LabelledText cased(LabelledText text, boolean capitals) {
        var changed = new StringBuilder(text.text().length());
        text.text()
                .codePoints()
                .forEach(c -> changed.appendCodePoint(capitals ? Character.toUpperCase(c) : Character.toLowerCase(c)));
        return new LabelledText(changed.toString(), text.mentions());
    }

    /// @param strange whether the words of mentions are shown as if they had never been seen
    private void addRows(LabelledText text, boolean strange, List<Perceptron.Row> rows) {
        NormalText normal = NormalText.of(text.text());
        int[] labels = labels(normal, text.mentions());
        var features = new TokenFeatures(normal, set.latin());
        for (TokenRows.Row row : TokenRows.of(features, labels.length)) {
            int[][] rowFeatures = new int[row.end() - row.start()][];
            int[] rowLabels = new int[rowFeatures.length];
            for (int i = row.start(); i < row.end(); i++) {
                rowFeatures[i - row.start()] = strange && labels[i] != 0 ? features.around(i) : features.at(i);
                rowLabels[i - row.start()] = labels[i];
            }
            rows.add(new Perceptron.Row(rowFeatures, rowLabels));
        }
    }

    /// What is a person and something else, such as a street's name, is a person.
    private int[] labels(NormalText normal, List<Mention> mentions) {
        int[] byPlace = new int[normal.originalLength() + 1];
        for (Mention mention : mentions) {
            int label = set.ofType().applyAsInt(mention.type());
            for (int i = mention.start(); i < Math.min(mention.end(), byPlace.length); i++) {
                byPlace[i] = byPlace[i] == 1 || (byPlace[i] == 2 && label == 3) ? byPlace[i] : label;
            }
        }
        List<Token> tokens = normal.tokens();
        int[] labels = new int[tokens.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = byPlace[normal.originalStart(tokens.get(i).start())];
        }
        return labels;
    }
}
