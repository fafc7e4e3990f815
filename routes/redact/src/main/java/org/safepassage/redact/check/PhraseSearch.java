package org.safepassage.redact.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /// A phrase as it is searched for.
    ///
    /// @param words stems in order
    /// @param number house number, or empty
    private record Phrase(String type, List<Set<NameStem>> words, String number) {}

    private record Anchor(Phrase phrase, NameStem stem) {}

    private final List<Anchor> anchors = new ArrayList<>();
    private BytePatterns patterns = new BytePatterns(List.of(), 3);

    void addAddress(String type, String address) {
        Matcher words = WORD.matcher(address);
        while (words.find()) {
            String word = words.group();
            Matcher number = Pattern.compile("(?iU)" + BETWEEN + "(\\d{1,4}\\p{L}?)(?![\\d\\p{L}])")
                    .matcher(address)
                    .region(words.end(), address.length());
            Matcher before = Pattern.compile("(?U)(?<!\\d)(\\d{1,4}\\p{L}?)[\\s,]{1,2}$")
                    .matcher(address.substring(0, words.start()));
            boolean street = !STREET.contains(word.toLowerCase(Locale.ROOT)) && word.length() >= 4;
            if (street && number.lookingAt()) {
                add(new Phrase(type, List.of(NameStem.of(word)), number.group(1)));
            } else if (street && before.find()) {
                add(new Phrase(type, List.of(NameStem.of(word)), before.group(1)));
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
            add(new Phrase(type, words, ""));
        }
    }

    private void add(Phrase phrase) {
        for (NameStem stem : phrase.words().getFirst()) {
            if (stem.length() >= 3) {
                anchors.add(new Anchor(phrase, stem));
            }
        }
        patterns = new BytePatterns(
                anchors.stream().map(anchor -> anchor.stem().bytes()).toList(), 3);
    }

    void search(View view, SoundStream stream, HitList hits) {
        patterns.search(stream.flat(), stream.length(), (pattern, start) -> {
            Phrase phrase = anchors.get(pattern).phrase();
            int end = stream.start(start) == 0 ? -1 : end(stream, phrase, start);
            if (end >= 0 && stands(stream, phrase, start, end)) {
                hits.add(view.place(stream.at(start)), phrase.type());
            }
        });
    }

    private static boolean stands(SoundStream stream, Phrase phrase, int start, int end) {
        if (phrase.number().isEmpty()) {
            return phrase.words().size() > 1 || stream.isUpper(start);
        }
        String number = Pattern.quote(phrase.number()) + "(?![\\d])";
        return Pattern.compile("(?iU)^\\p{L}{0,6}" + BETWEEN + number)
                        .matcher(stream.after(end - 1, 40))
                        .find()
                || Pattern.compile("(?iU)(?<!\\d)" + number + "[\\s,]{1,2}(?:\\p{L}{1,6}[.\\s]{1,2})?$")
                        .matcher(stream.before(start, 24))
                        .find();
    }

    /// Where the phrase ends that begins here, -1 when it does not.
    private static int end(SoundStream stream, Phrase phrase, int start) {
        int at = start;
        for (Set<NameStem> word : phrase.words()) {
            int next = -1;
            for (NameStem stem : word) {
                int stemEnd = at + stem.length();
                if (stream.stands(stem.flat(), at) && (stem.length() >= 6 || stream.agrees(stem.fine(), at))) {
                    int end = stemEnd;
                    while (stream.start(end) == 0) {
                        end++;
                    }
                    next = end - stemEnd <= 4 ? Math.max(next, end) : next;
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
