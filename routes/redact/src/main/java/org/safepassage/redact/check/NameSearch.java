package org.safepassage.redact.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.safepassage.redact.check.PermittedNames.Find;
import org.safepassage.redact.check.SoughtNames.Kind;
import org.safepassage.redact.check.SoughtNames.Part;

/// The second search for names: by sound, without dictionaries and almost without word boundaries. Two parts of one
/// person's name beside each other are a find wherever they stand; a surname alone is one where a word begins and
/// ends as a declined name would. A name is no find where it stands within the name of a person who may be named; a
/// surname that both bear, alone, is a find unless its form fits only the other's sex: when in doubt the case is
/// held. Immutable.
final class NameSearch {
    private static final int ANYBODY = -1;
    private static final int LEAST_SURNAME = 5;
    private static final int LEAST_PAIR = 5;
    private static final int LEAST_IN_NOISE = 8;
    /// From here on a pair is so long that it is found inside words and vowels need not agree.
    private static final int LONG_PAIR = 9;
    private static final int LONG_PART = 4;
    private static final int LONG_SURNAME = 7;
    /// Sounds of the longest word that can be a name.
    private static final int LONGEST_WORD = 60;
    private static final int SHORT_GIVEN = 4;
    private static final Pattern SENTENCE_END = Pattern.compile("\\p{L}{3}[.!?…]+\\s+$");
    private static final int BEFORE = 8;

    private final SoughtNames names;
    private final List<Part> anchors;
    private final BytePatterns patterns;

    NameSearch(SoughtNames names) {
        this.names = names;
        this.anchors = names.anchors();
        this.patterns = new BytePatterns(
                anchors.stream().map(part -> part.stem().bytes()).toList(), 3);
    }

    void search(View view, SoundStream stream, HitList hits) {
        var finds = new LinkedHashSet<Find>();
        var allowed = new ArrayList<Find>();
        patterns.search(stream.flat(), stream.length(), (pattern, start) -> {
            Part anchor = anchors.get(pattern);
            boolean mayBeNamed = names.mayBeNamed(anchor);
            pairs(view, stream, anchor, start, mayBeNamed ? allowed : finds);
            if (mayBeNamed) {
                initials(stream, anchor, start, allowed);
            } else if (isLoneSurname(view, stream, anchor, start)) {
                finds.add(new Find(start, start + anchor.stem().length(), false, ANYBODY));
            }
        });
        var permitted = new PermittedNames(allowed);
        for (Find find : finds) {
            if (!permitted.excuses(find)) {
                hits.add(view.place(stream.at(find.from())), find.pair() ? "PERSON" : "PERSON.SURNAME");
            }
        }
    }

    private void pairs(View view, SoundStream stream, Part anchor, int start, Collection<Find> finds) {
        int end = start + anchor.stem().length();
        for (Part other : names.sameName(anchor)) {
            if (other.kind() == anchor.kind()
                    || other.stem().length() > anchor.stem().length()) {
                continue;
            }
            for (int gap = 0; gap <= NameShape.LONGEST_ENDING; gap++) {
                int before = start - gap - other.stem().length();
                boolean stands = stream.stands(other.stem().flat(), end + gap)
                        || stream.stands(other.stem().flat(), before);
                if (stands && other.stem().whole() + anchor.stem().whole() >= least(view, stream, start, LEAST_PAIR)) {
                    pair(stream, anchor, start, other, end + gap, finds);
                    pair(stream, other, before, anchor, start, finds);
                }
            }
        }
    }

    private void pair(SoundStream stream, Part first, int from, Part second, int at, Collection<Find> finds) {
        if (from < 0
                || !stream.stands(first.stem().flat(), from)
                || !stream.stands(second.stem().flat(), at)
                || !NameShape.isOneWord(stream, from, first.stem().length())
                || !NameShape.isOneWord(stream, at, second.stem().length())
                || isWordOf(stream, first, from, at)
                || isWordOf(stream, second, at, from)
                || SENTENCE_END.matcher(stream.before(at, BEFORE)).find()) {
            return;
        }
        int firstEnd = from + first.stem().length();
        int length = first.stem().length() + second.stem().length();
        boolean words = stream.start(from) > 0
                && stream.start(at) > 0
                && NameShape.isNameEnd(stream, at + second.stem().length(), second.kind());
        boolean longParts = Math.min(first.stem().length(), second.stem().length()) >= LONG_PART
                && length >= LONG_PAIR
                && (stream.start(from) > 0 || stream.start(at) == 0);
        boolean agreed = longParts
                || (words
                        && stream.agrees(first.stem().fine(), from)
                        && stream.agrees(second.stem().fine(), at));
        if (agreed && NameShape.isEnding(stream, firstEnd, at, first.kind())) {
            int owner = names.mayBeNamed(first) ? first.owner() : ANYBODY;
            finds.add(new Find(from, at + second.stem().length(), true, owner));
        }
    }

    /// A short word in small letters beside a name in capitals that only sounds like a given name: `were` like Vera.
    private static boolean isWordOf(SoundStream stream, Part part, int from, int other) {
        return part.kind() == Kind.GIVEN
                && part.stem().length() <= SHORT_GIVEN
                && stream.start(from) == 2
                && !stream.isUpper(from)
                && stream.isUpper(other);
    }

    private boolean isLoneSurname(View view, SoundStream stream, Part part, int start) {
        NameStem stem = part.stem();
        if (stream.start(start) == 0 || !names.isLoneSurname(part)) {
            return false;
        }
        int end = start + stem.length();
        return stem.whole() >= least(view, stream, start, LEAST_SURNAME)
                && (NameShape.isSpaced(stream, start, stem.length())
                        || (NameShape.isWhole(stream, start, stem.length())
                                && NameShape.isNameEnd(stream, end, Kind.SURNAME)))
                && (stem.length() >= LONG_SURNAME || stream.agrees(stem.fine(), start))
                && (stream.isUpper(start) || mayBeLower(stream, stem))
                && !names.fitsOnlyAnother(part, stream.word(start, wordEnd(stream, start, stem.length())));
    }

    /// How many sounds make a find: more where letters stand in a row by chance.
    private static int least(View view, SoundStream stream, int start, int among) {
        boolean noise = view.kind() == View.Kind.NOISE || stream.isCode(start);
        return noise ? Math.max(LEAST_IN_NOISE, among) : among;
    }

    /// Surnames that are also words are found in lower case only where nothing is in upper case.
    private static boolean mayBeLower(SoundStream stream, NameStem stem) {
        return (stem.length() >= 6 && stem.flat().endsWith("av")) || stem.length() >= 9 || stream.isWithoutCapitals();
    }

    /// Where the word ends that begins here and goes on behind its stem.
    private static int wordEnd(SoundStream stream, int start, int stem) {
        return stream.wordEnd(start + stem, LONGEST_WORD - stem);
    }

    /// The surname of somebody who may be named, with the first letter of the given name before or behind it.
    private void initials(SoundStream stream, Part surname, int start, List<Find> allowed) {
        if (surname.kind() != Kind.SURNAME) {
            return;
        }
        int end = wordEnd(stream, start, surname.stem().length());
        if (stream.start(end) == 0) {
            return;
        }
        Set<Character> initials = names.givenInitials(surname);
        int behind = isInitial(stream, end, initials) ? end + 1 : -1;
        int before = isInitial(stream, start - 1, initials)
                ? start - 1
                : isInitial(stream, start - 2, initials) ? start - 2 : -1;
        if (behind >= 0 || before >= 0) {
            allowed.add(new Find(before >= 0 ? before : start, Math.max(end, behind), true, surname.owner()));
        }
    }

    private static boolean isInitial(SoundStream stream, int at, Set<Character> initials) {
        return at >= 0
                && at < stream.length()
                && stream.start(at) > 0
                && stream.start(at + 1) > 0
                && initials.contains((char) stream.fine(at));
    }
}
