package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Skeleton;
import org.safepassage.redact.text.Token;

/// Addresses and places of work of the record, searched for by the sound stems of their telling words in any case.
final class KnownPhrases {
    private static final Set<String> STREET_WORDS = Set.of(
            "ул",
            "улица",
            "улице",
            "улицы",
            "вул",
            "вуліца",
            "вуліцы",
            "пр",
            "просп",
            "проспект",
            "праспект",
            "пер",
            "переулок",
            "завулак",
            "бульвар",
            "пл",
            "площадь",
            "плошча",
            "шоссе",
            "шаша",
            "street",
            "st",
            "avenue",
            "ave",
            "lane",
            "road",
            "д",
            "дом",
            "кв",
            "квартира",
            "кватэра",
            "корп",
            "корпус",
            "house",
            "flat",
            "apt",
            "г",
            "город",
            "горад",
            "п",
            "пос",
            "дер",
            "деревня",
            "вёска",
            "обл",
            "область",
            "вобласць",
            "р-н",
            "район",
            "раён",
            "vul",
            "vulica",
            "ulitsa",
            "vulitsa",
            "praspekt",
            "prospekt",
            "им",
            "имени",
            "імя");
    /// Words inside names of streets that beside a street's name say nothing.
    private static final Set<String> NAMED_AFTER = Set.of("им", "имени", "імя");
    private static final Set<String> GENERIC_WORK = Set.of(
            "завод",
            "фабрика",
            "школа",
            "больница",
            "бальніца",
            "университет",
            "універсітэт",
            "институт",
            "інстытут",
            "ооо",
            "оао",
            "зао",
            "чуп",
            "ип",
            "рупп",
            "руп",
            "аат",
            "тдт",
            "городская",
            "гарадская",
            "областная",
            "абласная",
            "районная",
            "раённая",
            "средняя",
            "сярэдняя",
            "детский",
            "дзіцячы",
            "сад",
            "садок",
            "гимназия",
            "гімназія",
            "поликлиника",
            "паліклініка",
            "клиническая",
            "клінічная",
            "государственный",
            "дзяржаўны",
            "the",
            "of",
            "school",
            "hospital",
            "university",
            "factory",
            "plant",
            "works",
            "city",
            "клуб",
            "центр",
            "цэнтр",
            "и",
            "і",
            "на",
            "в",
            "у",
            "минский",
            "мінскі",
            "имени",
            "імя",
            "им",
            "магазин",
            "крама",
            "редакция",
            "рэдакцыя",
            "газеты",
            "колледж",
            "каледж",
            "предприятие",
            "прадпрыемства",
            "компания",
            "кампанія",
            "company",
            "ltd",
            "llc");

    private static final Pattern HOUSE = Pattern.compile("(?<!\\d)\\d{1,4}(?!\\d)");
    private static final Set<String> STREETS = Set.of(
            "ул",
            "улица",
            "вул",
            "вуліца",
            "просп",
            "проспект",
            "праспект",
            "пер",
            "переулок",
            "завулак",
            "бульвар",
            "шоссе",
            "шаша",
            "street",
            "avenue",
            "lane",
            "road",
            "vulica",
            "vulitsa",
            "ulitsa",
            "praspekt",
            "prospekt");
    private static final Set<String> TOWNS = Set.of(
            "г", "город", "горад", "пос", "обл", "область", "вобласць", "район", "раён", "гп", "аг", "town", "city");

    /// Persons who share an address or a place of work and are still told apart; what more of them share is nobody's.
    private static final int MOST_OWNERS = 8;

    private record Phrase(String type, List<String> telling, List<String> sounds, String number) {}

    /// Each phrase with the persons whose it is.
    private final Map<Phrase, Set<String>> owners = new HashMap<>();
    private final Map<String, List<Phrase>> byFirst = new HashMap<>();
    private boolean any;

    void addAddress(String person, String value) {
        add(person, "LOCATION.ADDRESS", streetPart(value), STREET_WORDS, true);
    }

    /// The parts of an address that tell street and house: a town by itself points to nobody.
    private static String streetPart(String value) {
        String[] parts = value.split("[,;]");
        var kept = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            NormalText part = NormalText.of(parts[i]);
            boolean number = HOUSE.matcher(part.lower()).find();
            boolean numberNext = i + 1 < parts.length
                    && HOUSE.matcher(NormalText.of(parts[i + 1]).lower()).find();
            boolean street = part.tokens().stream()
                    .anyMatch(token -> STREETS.contains(part.lower().substring(token.start(), token.end())));
            boolean town = part.tokens().stream()
                    .anyMatch(token -> TOWNS.contains(part.lower().substring(token.start(), token.end())));
            if (parts.length == 1 || street || number || (numberNext && !town)) {
                kept.append(parts[i]).append(", ");
            }
        }
        return kept.toString();
    }

    void addWorkplace(String person, String value) {
        add(person, "ORGANISATION.WORKPLACE", value, GENERIC_WORK, false);
    }

    boolean isEmpty() {
        return !any;
    }

    private void add(String person, String type, String value, Set<String> generic, boolean address) {
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
                if (!generic.contains(word) && sound.length() >= 3 && token.shape() != Token.Shape.LOWER) {
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
            byFirst.computeIfAbsent(sound, key -> new ArrayList<>()).add(phrase);
        }
    }

    /// The sound of a word without its vowels at the end and the endings of adjectives.
    static String stem(String word) {
        String sound = Skeleton.of(word);
        String cut = sound.length() > 6 ? sound.replaceFirst("(ahav?a?|amu|ami|imi|ih|im|ah|am|av)$", "") : sound;
        int end = cut.length();
        while (end > 0 && "aiu".indexOf(cut.charAt(end - 1)) >= 0) {
            end--;
        }
        return end >= 3 ? cut.substring(0, end) : cut;
    }

    List<Span> find(NormalText text) {
        var spans = new ArrayList<Span>();
        if (!any) {
            return spans;
        }
        List<Token> tokens = text.tokens();
        List<String> sounds = tokens.stream().map(token -> sound(text, token)).toList();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).length() > 2 && tokens.get(i).shape() != Token.Shape.NUMBER) {
                var here = new ArrayList<Span>();
                for (Phrase phrase : byFirst.getOrDefault(sounds.get(i), List.of())) {
                    match(text, sounds, i, phrase, here);
                }
                spans.addAll(here.size() > MOST_OWNERS ? nobodys(here) : here);
            }
        }
        return spans;
    }

    private static String sound(NormalText text, Token token) {
        return token.length() > 2 ? stem(text.lower().substring(token.start(), token.end())) : "";
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
            if (i != at && STREET_WORDS.contains(word) && !NAMED_AFTER.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
