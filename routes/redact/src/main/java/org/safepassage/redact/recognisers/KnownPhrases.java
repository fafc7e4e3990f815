package org.safepassage.redact.recognisers;

import java.util.ArrayList;
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

    /// An address or place of work as it is searched for.
    ///
    /// @param telling sounds of the words that not every such phrase has
    /// @param sounds of all words
    /// @param number of the house, or empty
    private record Phrase(String type, List<String> telling, List<String> sounds, String number) {}

    /// Each phrase with the persons whose it is.
    private final Map<Phrase, Set<String>> owners = new HashMap<>();
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
        var phrase = new Phrase(type, telling, all, number);
        boolean isNew =
                owners.computeIfAbsent(phrase, key -> new LinkedHashSet<>()).isEmpty();
        owners.getOrDefault(phrase, Set.of()).add(person);
        if (!isNew) {
            return;
        }
        for (String sound : telling.isEmpty() ? List.of(all.get(0)) : telling) {
            bySound.computeIfAbsent(sound, key -> new ArrayList<>()).add(phrase);
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
        List<Token> tokens = text.tokens();
        int first = at;
        int last = at;
        int matched = 1;
        boolean number = false;
        for (int i = Math.max(0, at - 5); i < Math.min(tokens.size(), at + 7); i++) {
            boolean isNumber = isNumber(text, tokens.get(i), phrase.number());
            if (i != at && (isNumber || phrase.sounds().contains(sounds.get(i)))) {
                first = Math.min(first, i);
                last = Math.max(last, i);
                matched++;
                number |= isNumber;
            }
        }
        boolean raised = tokens.get(at).shape() != Token.Shape.LOWER;
        boolean enough = phrase.type().startsWith("LOCATION")
                ? number || (matched >= 2 && raised) || cue(text, tokens, at)
                : phrase.telling().isEmpty()
                        ? matched >= phrase.sounds().size() + (phrase.number().isEmpty() ? 0 : 1)
                        : raised || matched >= 2;
        if (enough) {
            int start = tokens.get(first).start();
            int end = tokens.get(last).end();
            owners.getOrDefault(phrase, Set.of())
                    .forEach(person -> spans.add(new Span(start, end, phrase.type(), person, 0.9)));
        }
    }

    private static boolean isNumber(NormalText text, Token token, String number) {
        return token.length() == number.length() && text.lower().startsWith(number, token.start());
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
