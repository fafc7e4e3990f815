package org.safepassage.redact.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Searches for addresses (a street's name with the house's number beside it) and places of work (their words in a
/// row, declined or not). Immutable.
final class PhraseSearch {
    private static final Pattern WORD = Pattern.compile("(?U)\\p{L}[\\p{L}\\p{M}'’-]*");
    private static final Pattern QUOTED = Pattern.compile("[«\"“„](.{3,60}?)[»\"”“]");
    private static final Set<String> STREET = Set.of(
            "ул",
            "улица",
            "вул",
            "вуліца",
            "пр",
            "просп",
            "проспект",
            "праспект",
            "пер",
            "переулок",
            "завулак",
            "бульвар",
            "площадь",
            "плошча",
            "street",
            "st",
            "str",
            "avenue",
            "ave",
            "lane",
            "road",
            "дом",
            "кв",
            "квартира",
            "кватэра",
            "корп",
            "корпус",
            "house",
            "flat",
            "apt",
            "vul",
            "vulica",
            "ulitsa",
            "vulitsa");
    /// What may stand between a street's name and the number of the house.
    private static final String BETWEEN =
            "[\\s.,;:№#-]{0,4}(?:(?:д|дом|буд|h|house|no|nr|ул|вул|str|street|st|вуліца|улица)[\\s.,№]{1,3})?";

    private static final Pattern NUMBER_BEHIND =
            Pattern.compile("(?iU)" + BETWEEN + "(\\d{1,4}\\p{L}?)(?![\\d\\p{L}])");
    private static final Pattern NUMBER_BEFORE = Pattern.compile("(?U)(?<!\\d)(\\d{1,4}\\p{L}?)[\\s,]{1,2}$");
    private static final int LONGEST_NUMBER = 12;
    private static final int LEAST_STEM = 3;
    private static final int LONGEST_ENDING = 4;

    /// A phrase as it is searched for.
    ///
    /// @param words stems in order
    /// @param number house number, or empty
    private record Phrase(String type, List<Set<NameStem>> words, String number) {}

    /// The number of a house behind and before its street's name.
    private record House(String digits, Pattern behind, Pattern before) {
        static House of(String number) {
            String whole = Pattern.quote(number) + "(?![\\d])";
            return new House(
                    number.replaceAll("\\D", ""),
                    Pattern.compile("(?iU)^\\p{L}{0,6}" + BETWEEN + whole),
                    Pattern.compile("(?iU)(?<!\\d)" + whole + "[\\s,]{1,2}(?:\\p{L}{1,6}[.\\s]{1,2})?$"));
        }
    }

    private record Anchor(Phrase phrase, NameStem stem) {}

    private final List<Anchor> anchors;
    private final Map<String, House> houses = new HashMap<>();
    private final BytePatterns patterns;

    private PhraseSearch(Collection<Phrase> phrases) {
        this.anchors = phrases.stream()
                .flatMap(phrase -> phrase.words().getFirst().stream()
                        .filter(stem -> stem.length() >= LEAST_STEM)
                        .map(stem -> new Anchor(phrase, stem)))
                .toList();
        phrases.forEach(phrase -> houses.computeIfAbsent(phrase.number(), House::of));
        this.patterns = new BytePatterns(
                anchors.stream().map(anchor -> anchor.stem().bytes()).toList(), LEAST_STEM);
    }

    /// Gathers what is to be searched for, each phrase once.
    static final class Builder {
        private final Set<Phrase> phrases = new LinkedHashSet<>();

        PhraseSearch build() {
            return new PhraseSearch(phrases);
        }

        void addAddress(String type, String address) {
            Matcher words = WORD.matcher(address);
            while (words.find()) {
                String word = words.group();
                Matcher number = NUMBER_BEHIND.matcher(address).region(words.end(), address.length());
                Matcher before = NUMBER_BEFORE.matcher(
                        address.substring(Math.max(0, words.start() - LONGEST_NUMBER), words.start()));
                boolean street = !STREET.contains(word.toLowerCase(Locale.ROOT)) && word.length() >= 4;
                if (street && number.lookingAt()) {
                    phrases.add(new Phrase(type, List.of(NameStem.of(word)), number.group(1)));
                } else if (street && before.find()) {
                    phrases.add(new Phrase(type, List.of(NameStem.of(word)), before.group(1)));
                }
            }
        }

        void addWorkplace(String type, String workplace) {
            addWords(type, workplace);
            Matcher quoted = QUOTED.matcher(workplace);
            while (quoted.find()) {
                addWords(type, quoted.group(1));
            }
        }

        private void addWords(String type, String text) {
            var words = new ArrayList<Set<NameStem>>();
            Matcher matcher = WORD.matcher(text);
            int sounds = 0;
            while (matcher.find()) {
                Set<NameStem> stems = NameStem.of(matcher.group());
                if (!stems.isEmpty()) {
                    words.add(stems);
                    sounds += SoundStream.flat(matcher.group()).length();
                }
            }
            if (!words.isEmpty() && sounds >= 6) {
                phrases.add(new Phrase(type, words, ""));
            }
        }
    }

    void search(View view, SoundStream stream, HitList hits) {
        patterns.search(stream.flat(), stream.length(), (pattern, start) -> {
            Phrase phrase = anchors.get(pattern).phrase();
            int end = stream.start(start) == 0 || hits.isFull() ? -1 : end(stream, phrase, start);
            if (end >= 0 && stands(stream, phrase, start, end)) {
                hits.add(view.place(stream.at(start)), phrase.type());
            }
        });
    }

    private boolean stands(SoundStream stream, Phrase phrase, int start, int end) {
        if (phrase.number().isEmpty()) {
            return phrase.words().size() > 1 || stream.isUpper(start);
        }
        House house = houses.get(phrase.number());
        if (house == null) {
            return false;
        }
        String behind = stream.after(end - 1, 40);
        String before = stream.before(start, 24);
        return (behind.contains(house.digits())
                        && house.behind().matcher(behind).find())
                || (before.contains(house.digits())
                        && house.before().matcher(before).find());
    }

    /// Where the phrase ends that begins here, -1 when it does not.
    private static int end(SoundStream stream, Phrase phrase, int start) {
        int at = start;
        for (Set<NameStem> word : phrase.words()) {
            int next = -1;
            for (NameStem stem : word) {
                int stemEnd = at + stem.length();
                if (stream.stands(stem.flat(), at) && (stem.length() >= 6 || stream.agrees(stem.fine(), at))) {
                    int end = stream.wordEnd(stemEnd, LONGEST_ENDING + 1);
                    next = end - stemEnd <= LONGEST_ENDING ? Math.max(next, end) : next;
                }
            }
            if (next < 0) {
                return -1;
            }
            at = next;
        }
        return at;
    }
}
