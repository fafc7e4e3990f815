package org.safepassage.redact.renditions.pages;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.policies.Action;
import org.safepassage.redact.recognisers.LinkStrength;
import org.safepassage.schemas.Mention;

/// The words of a page as a text in which identities can be searched for, and the way back from its offsets to the
/// words. Immutable.
final class PageWords {
    private final List<Word> words;
    private final String text;
    /// Where each word begins and ends, in code points.
    private final int[] starts;

    private final int[] ends;

    PageWords(List<Word> words) {
        this.words = List.copyOf(words);
        this.starts = new int[words.size()];
        this.ends = new int[words.size()];
        var out = new StringBuilder();
        int length = 0;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (i > 0) {
                boolean sameLine = words.get(i - 1).line() == word.line();
                boolean sameBlock = words.get(i - 1).block() == word.block();
                String gap = sameLine ? " " : sameBlock ? "\n" : "\n\n";
                out.append(gap);
                length += gap.length();
            }
            starts[i] = length;
            out.append(word.text());
            length += word.text().codePointCount(0, word.text().length());
            ends[i] = length;
        }
        this.text = out.toString();
    }

    List<Word> words() {
        return words;
    }

    String text() {
        return text;
    }

    /// The words that a mention touches which this recipient may not see, by their numbers.
    BitSet hidden(List<Mention> mentions, Allowance allowance) {
        var hidden = new BitSet(words.size());
        List<Mention> unkept = new ArrayList<>(mentions);
        unkept.removeIf(
                mention -> allowance.policy().action(mention, allowance.permitted(), LinkStrength.SURE) == Action.KEEP);
        for (Mention mention : unkept) {
            for (int i = 0; i < words.size(); i++) {
                if (isTouched(i, mention)) {
                    hidden.set(i);
                }
            }
        }
        return hidden;
    }

    /// The words that a mention touches.
    List<Word> touched(Mention mention) {
        return IntStream.range(0, words.size())
                .filter(i -> isTouched(i, mention))
                .mapToObj(words::get)
                .toList();
    }

    private boolean isTouched(int word, Mention mention) {
        return starts[word] < mention.end() && ends[word] > mention.start();
    }
}
