package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Skeleton;
import org.safepassage.redact.text.Token;

/// Addresses and places of work of the record, searched for by the sound stems of their telling words in any case.
final class KnownPhrases {
    /// Persons who share an address or a place of work and are still told apart; what more of them share is nobody's.
    private static final int MOST_OWNERS = 8;

    /// As they sound, longest first.
    private static final List<String> ADJECTIVE_ENDINGS =
            List.of("ahava", "ahav", "ahaa", "aha", "amu", "ami", "imi", "ih", "im", "ah", "am", "av");

    /// Phrases that have a telling word in common; of a word that more have, only the word itself is searched for.
    private static final int MOST_PHRASES = 256;

    /// An address or place of work as it is searched for, without the number of the house.
    ///
    /// @param telling sounds of the words that not every such phrase has
    /// @param sounds of all words
    private record Phrase(String type, List<String> telling, List<String> sounds) {
        boolean isAddress() {
            return type.startsWith("LOCATION");
        }

        /// Words that must agree before a number counts.
        int least() {
            return telling.isEmpty() ? sounds.size() : 1;
        }
    }

    /// For each phrase the persons whose it is, by the number of the house, which may be empty.
    private final Map<Phrase, Map<String, Set<String>>> owners = new HashMap<>();
    private final Map<String, List<Phrase>> bySound = new HashMap<>();
    private boolean any;

    void addAddress(String person, String value) {
        add(person, "LOCATION.ADDRESS", AddressWords.streetPart(value), AddressWords::isGeneric, true);
    }

    void addWorkplace(String person, String value) {
        add(person, "ORGANISATION.WORKPLACE", value, WorkplaceWords::isGeneric, false);
    }

    boolean isEmpty() {
        return !any;
    }

    private void add(String person, String type, String value, Predicate<String> generic, boolean address) {
        NormalText text = NormalText.of(value);
        var telling = new ArrayList<String>();
        var all = new ArrayList<String>();
        String number = "";
        for (Token token : text.tokens()) {
            String word = text.lower().substring(token.start(), token.end());
            if (Character.isDigit(word.charAt(0))) {
                number = number.isEmpty() ? word : number;
                continue;
            }
            String sound = stem(word);
            if (sound.length() >= 2 && word.length() > 2) {
                all.add(sound);
                if (!generic.test(word) && sound.length() >= 3 && token.shape() != Token.Shape.LOWER) {
                    telling.add(sound);
                }
            }
        }
        if (all.isEmpty() || (address && telling.isEmpty())) {
            return;
        }
        any = true;
        var phrase = new Phrase(type, telling, all);
        boolean isNew = !owners.containsKey(phrase);
        owners.computeIfAbsent(phrase, key -> new HashMap<>())
                .computeIfAbsent(number, key -> new LinkedHashSet<>())
                .add(person);
        if (isNew) {
            (telling.isEmpty() ? List.of(all.get(0)) : telling).forEach(sound -> index(sound, phrase));
        }
    }

    private void index(String sound, Phrase phrase) {
        List<Phrase> phrases = bySound.computeIfAbsent(sound, key -> new ArrayList<>());
        if (phrases.size() < MOST_PHRASES) {
            phrases.add(phrase);
        } else if (phrases.size() == MOST_PHRASES) {
            phrases.add(new Phrase(phrase.type(), List.of(sound), List.of(sound)));
        }
    }

    /// The sound of a word without its vowels at the end and the endings of adjectives.
    static String stem(String word) {
        String sound = Skeleton.of(word);
        String cut = sound.length() > 6 ? sound.substring(0, sound.length() - adjectiveEnding(sound)) : sound;
        int end = cut.length();
        while (end > 0 && "aiu".indexOf(cut.charAt(end - 1)) >= 0) {
            end--;
        }
        return end >= 3 ? cut.substring(0, end) : cut;
    }

    private static int adjectiveEnding(String sound) {
        for (String ending : ADJECTIVE_ENDINGS) {
            if (sound.endsWith(ending)) {
                return ending.length();
            }
        }
        return 0;
    }

    List<Span> find(NormalText text) {
        var spans = new ArrayList<Span>();
        if (!any) {
            return spans;
        }
        List<Token> tokens = text.tokens();
        var stems = SoundStems.of(text);
        List<String> sounds = IntStream.range(0, tokens.size())
                .mapToObj(i -> tokens.get(i).length() > 2 ? stems.at(i) : "")
                .toList();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).length() > 2 && tokens.get(i).shape() != Token.Shape.NUMBER) {
                var here = new ArrayList<Span>();
                for (Phrase phrase : bySound.getOrDefault(sounds.get(i), List.of())) {
                    match(text, sounds, i, phrase, here);
                }
                spans.addAll(here.size() > MOST_OWNERS ? nobodys(here) : here);
            }
        }
        return spans;
    }

    /// Each stretch once: what so many share points to none of them.
    private static Set<Span> nobodys(List<Span> spans) {
        var shared = new LinkedHashSet<Span>();
        spans.forEach(span -> shared.add(Span.of(span.start(), span.end(), span.type(), span.confidence())));
        return shared;
    }

    private void match(NormalText text, List<String> sounds, int at, Phrase phrase, List<Span> spans) {
        Map<String, Set<String>> byNumber = owners.getOrDefault(phrase, Map.of("", Set.of()));
        var words = new BitSet();
        words.set(at);
        Map<String, BitSet> numbers = new HashMap<>();
        for (int i = Math.max(0, at - 5); i < Math.min(sounds.size(), at + 7); i++) {
            if (i != at && phrase.sounds().contains(sounds.get(i))) {
                words.set(i);
            }
            Token token = text.tokens().get(i);
            String word = text.lower().substring(token.start(), token.end());
            if (i != at && byNumber.containsKey(word)) {
                numbers.computeIfAbsent(word, key -> new BitSet()).set(i);
            }
        }
        numbers.forEach((number, places) -> {
            places.or(words);
            if (phrase.isAddress() || places.cardinality() > phrase.least()) {
                report(text, places, phrase, byNumber.getOrDefault(number, Set.of()), spans);
            }
        });
        if (isEnough(text, at, phrase, words.cardinality())) {
            boolean whole = phrase.isAddress() || !phrase.telling().isEmpty();
            Set<String> others = others(byNumber, numbers.keySet(), whole);
            if (!others.isEmpty() || !owners.containsKey(phrase)) {
                report(text, words, phrase, others, spans);
            }
        }
    }

    /// Whether the words alone say that the phrase is meant, without the number of a house.
    private static boolean isEnough(NormalText text, int at, Phrase phrase, int matched) {
        boolean raised = text.tokens().get(at).shape() != Token.Shape.LOWER;
        if (phrase.isAddress()) {
            return (matched >= 2 && raised) || cue(text, text.tokens(), at);
        }
        return phrase.telling().isEmpty() ? matched >= phrase.sounds().size() : raised || matched >= 2;
    }

    /// The persons whose number was not said; more than can be told apart are not gathered.
    ///
    /// @param whole whether the words alone tell those with a number too
    private static Set<String> others(Map<String, Set<String>> byNumber, Set<String> said, boolean whole) {
        var others = new LinkedHashSet<String>(whole ? Set.of() : byNumber.getOrDefault("", Set.of()));
        for (Map.Entry<String, Set<String>> entry : byNumber.entrySet()) {
            if (whole && others.size() <= MOST_OWNERS && !said.contains(entry.getKey())) {
                others.addAll(entry.getValue());
            }
        }
        return others;
    }

    private static void report(NormalText text, BitSet places, Phrase phrase, Set<String> persons, List<Span> spans) {
        int start = text.tokens().get(places.nextSetBit(0)).start();
        int end = text.tokens().get(places.length() - 1).end();
        if (persons.isEmpty() || persons.size() > MOST_OWNERS) {
            spans.add(Span.of(start, end, phrase.type(), 0.9));
        } else {
            persons.forEach(person -> spans.add(new Span(start, end, phrase.type(), person, 0.9)));
        }
    }

    private static boolean cue(NormalText text, List<Token> tokens, int at) {
        for (int i = Math.max(0, at - 1); i <= Math.min(tokens.size() - 1, at + 1); i++) {
            String word =
                    text.lower().substring(tokens.get(i).start(), tokens.get(i).end());
            if (i != at && AddressWords.isCue(word)) {
                return true;
            }
        }
        return false;
    }
}
