package org.safepassage.redact.recognisers;

import java.util.List;
import org.safepassage.redact.tagger.Tagger.Labelled;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// The mentions that a tagger's labels make of the tokens of one text: neighbours of one label are one mention, but
/// for persons between whom something stands. Label 0 is nothing and label 1 a person, as in [LabelSet]. Immutable.
final class TaggedMentions {
    static final int PERSON = 1;

    private final List<Token> tokens;
    private final TokenGaps gaps;
    private final Cells cells;

    TaggedMentions(NormalText text) {
        this.tokens = text.tokens();
        this.gaps = new TokenGaps(text);
        this.cells = new Cells(text);
    }

    /// Takes one mention.
    interface Taker {
        /// @param first its first token
        /// @param last its last token
        /// @param confidence of the tagger without its leaning, see [Certainty]
        void take(int first, int last, int label, double confidence);
    }

    /// Gives each mention of a row, in their order.
    void of(TokenRows.Row row, Labelled labelled, Taker taker) {
        int[] labels = labelled.labels();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != 0) {
                int last = i;
                while (last + 1 < labels.length && isOne(row.start() + last, labels[i], labels[last + 1])) {
                    last++;
                }
                double confidence = Certainty.of(labelled.margins(), i, last);
                taker.take(row.start() + i, row.start() + last, labels[i], confidence);
                i = last;
            }
        }
    }

    /// Whether a token and the next are one mention: `McAllister` is two tokens and one word, persons with a comma
    /// between them are two,
    /// and so are those in two cells.
    private boolean isOne(int i, int label, int next) {
        if (tokens.get(i).end() == tokens.get(i + 1).start()) {
            return true;
        }
        return label == next && (label != PERSON || (gaps.joins(i) && gaps.at(i).indexOf(',') < 0 && !cells.part(i)));
    }
}
