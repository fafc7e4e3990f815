package org.safepassage.redact.reviews;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.CaseKnowledge;
import org.safepassage.redact.CaseText;

/// What the answers to a text's record teach of the whole case:
///
/// - what was added, or linked anew to a person, is a name of that person, or of a stranger, or a value to be searched
///   for in every text;
/// - what points to nobody is nobody's name anywhere in the case, if it was linked to nobody. A name that the record
///   gives is sought as before: a word that is a name in one place and none in another stays covered.
///
/// Stateless.
public final class ReviewLessons {
    /// No name is longer; a longer stretch is a mistake that would be searched for in vain.
    private static final int LONGEST = 200;

    private ReviewLessons() {}

    /// What is taught by the answers to the record of this text.
    ///
    /// @throws IllegalArgumentException naming the answer, counted from 1, that fits neither record nor text
    public static CaseKnowledge of(CaseText text, ReviewRecord record, List<ReviewAnswer> answers) {
        var found = record.mentions().stream()
                .collect(Collectors.toMap(ReviewRecord.Found::number, Function.identity(), (one, other) -> one));
        var names = new TreeMap<String, SortedSet<String>>();
        var strangers = new TreeSet<String>();
        var values = new TreeSet<String>();
        var nobody = new TreeSet<String>();
        for (int i = 0; i < answers.size(); i++) {
            ReviewAnswer answer = answers.get(i);
            Place place = place(answer, found, record.length());
            if (place == null) {
                throw new IllegalArgumentException("answer " + (i + 1) + " fits no mention of " + record.item());
            }
            String words = CaseKnowledge.words(text.text(), place.start(), place.end());
            boolean name = place.type().startsWith("PERSON");
            String person = answer.person();
            switch (answer.kind()) {
                case ACCEPT -> {}
                case REMOVE -> {
                    if (name && place.person() == null) {
                        nobody.add(words);
                    }
                }
                case RELINK -> {
                    if (name && person != null) {
                        names.computeIfAbsent(person, id -> new TreeSet<>()).add(words);
                    }
                }
                case ADD -> {
                    if (!name) {
                        values.add(words);
                    } else if (person == null) {
                        strangers.add(words);
                    } else {
                        names.computeIfAbsent(person, id -> new TreeSet<>()).add(words);
                    }
                }
            }
        }
        return new CaseKnowledge(names, strangers, values, nobody);
    }

    /// Where the words of an answer stand, and what they were linked to.
    private record Place(
            int start, int end, String type, @Nullable String person) {}

    private static @Nullable Place place(ReviewAnswer answer, Map<Integer, ReviewRecord.Found> found, int length) {
        if (answer.kind() == ReviewAnswer.Kind.ADD) {
            return place(answer.start(), answer.end(), answer.type(), null, length);
        }
        Integer number = answer.number();
        var mention = number == null ? null : found.get(number);
        return mention == null
                ? null
                : place(mention.place().start(), mention.place().end(), mention.type(), mention.person(), length);
    }

    private static @Nullable Place place(
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable String type,
            @Nullable String person,
            int length) {
        if (start == null || end == null || type == null) {
            return null;
        }
        boolean fits = start >= 0 && start < end && end <= length && end - start <= LONGEST;
        return fits ? new Place(start, end, type, person) : null;
    }
}
