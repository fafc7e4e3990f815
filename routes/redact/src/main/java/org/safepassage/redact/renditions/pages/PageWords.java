package org.safepassage.redact.renditions.pages;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.Replaced;
import org.safepassage.redact.TextRedactor;
import org.safepassage.redact.policies.Action;
import org.safepassage.redact.recognisers.LinkStrength;
import org.safepassage.schemas.Mention;

/// The words of a page as a text in which identities can be searched for, and the way back from its offsets to the
/// words. Immutable.
final class PageWords {
    private static final TextRedactor REDACTOR = new TextRedactor();

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

    /// What a page says once it is painted, in reading order: the words that it shows, and where others are covered
    /// what stands in their place. Words that nobody read are not among them.
    List<Word> said(BitSet shown, List<Mention> mentions, Allowance allowance) {
        var said = new ArrayList<Word>();
        var replaced = REDACTOR.replaced(text, "und", mentions, allowance);
        int next = 0;
        for (int i = 0; i < words.size(); i++) {
            if (shown.get(i)) {
                said.add(words.get(i));
            }
            for (; next < replaced.size() && replaced.get(next).start() < ends[i]; next++) {
                said.add(inPlace(i, replaced.get(next)));
            }
        }
        return said;
    }

    /// In the box of the first word that is replaced, and of those that follow on its line.
    private Word inPlace(int first, Replaced replaced) {
        Word word = words.get(first);
        int right = word.left() + word.width();
        for (int i = first + 1; i < words.size() && starts[i] < replaced.end(); i++) {
            Word other = words.get(i);
            right = other.line() == word.line() ? Math.max(right, other.left() + other.width()) : right;
        }
        return new Word(
                replaced.words(),
                word.block(),
                word.line(),
                word.left(),
                word.top(),
                right - word.left(),
                word.height(),
                word.confidence());
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
