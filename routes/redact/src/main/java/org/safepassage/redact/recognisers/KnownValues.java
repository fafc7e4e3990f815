package org.safepassage.redact.recognisers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.text.Needles;
import org.safepassage.redact.text.NormalText;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.Person;

/// The numbers, contacts and dates of birth that the record gives, without their separators, so that every way of
/// grouping them is one. Immutable.
final class KnownValues {
    /// One value of one person.
    ///
    /// @param person id
    /// @param type mention type
    /// @param fragment whether it may stand inside a longer number, as a phone does behind its country code
    record Value(String person, String type, boolean fragment) {}

    private static final Pattern CODE_BEFORE = Pattern.compile("\\+?(?:\\d{1,3}[ ().-]{0,3}){1,2}\\(?$|[+(]{1,2}$");
    private static final int CODE_REACH = 12;

    private final Needles needles;
    private final List<List<Value>> values;
    private final Map<LocalDate, Set<String>> births;
    private final KnownPhrases phrases;

    private KnownValues(
            Needles needles, List<List<Value>> values, Map<LocalDate, Set<String>> births, KnownPhrases phrases) {
        this.needles = needles;
        this.values = values;
        this.births = births;
        this.phrases = phrases;
    }

    static KnownValues of(List<Person> persons) {
        var compact = new HashMap<String, List<Value>>();
        var births = new HashMap<LocalDate, Set<String>>();
        var phrases = new KnownPhrases();
        for (Person person : persons) {
            for (Identifier identifier : person.identifiers()) {
                switch (identifier.type()) {
                    case BIRTH_DATE ->
                        Dates.findDates(NormalText.of(identifier.value())).forEach(date -> {
                            LocalDate day = date.day();
                            if (day != null) {
                                births.computeIfAbsent(day, key -> new LinkedHashSet<>())
                                        .add(person.id());
                            }
                        });
                    case ADDRESS -> phrases.addAddress(person.id(), identifier.value());
                    case WORKPLACE -> phrases.addWorkplace(person.id(), identifier.value());
                    default -> addCompact(person, identifier, compact);
                }
            }
        }
        var keys = List.copyOf(compact.keySet());
        var values = keys.stream()
                .map(key -> List.copyOf(compact.getOrDefault(key, List.of())))
                .toList();
        return new KnownValues(Needles.of(keys), values, Map.copyOf(births), phrases);
    }

    private static void addCompact(Person person, Identifier identifier, Map<String, List<Value>> compact) {
        boolean phone = identifier.type() == Identifier.Type.PHONE;
        for (String spelling : IdentifierSpellings.of(identifier)) {
            String key = Compact.of(NormalText.of(spelling)).chars();
            if (phone) {
                String digits = key.replaceAll("[^0-9]", "");
                key = digits.length() > 9 ? digits.substring(digits.length() - 9) : digits;
            }
            if (key.length() >= 4) {
                compact.computeIfAbsent(key, k -> new ArrayList<>())
                        .add(new Value(person.id(), mentionType(identifier.type()), key.length() >= 8));
            }
        }
    }

    static String mentionType(Identifier.Type type) {
        return switch (type) {
            case PHONE, EMAIL, SOCIAL_HANDLE -> "CONTACT." + type.name().replace("SOCIAL_HANDLE", "SOCIAL");
            case ADDRESS -> "LOCATION.ADDRESS";
            case WORKPLACE -> "ORGANISATION.WORKPLACE";
            case BIRTH_DATE -> "DATE.BIRTH";
            case PASSPORT, PERSONAL_NUMBER, VEHICLE_PLATE, MEDICAL_RECORD, OTHER ->
                "CODE." + type.name().toUpperCase(Locale.ROOT);
        };
    }

    KnownPhrases phrases() {
        return phrases;
    }

    /// Spans of known values in the text.
    List<Span> find(NormalText text) {
        var spans = new ArrayList<Span>();
        if (!values.isEmpty()) {
            Compact compact = Compact.of(text);
            needles.search(compact.chars(), (needle, start, end) -> {
                int from = compact.position(start);
                int to = compact.position(end - 1) + 1;
                List<Value> owners = values.get(needle);
                if (owners.get(0).type().equals("CONTACT.PHONE")) {
                    from -= codeBefore(text.lower(), from);
                }
                if (compact.isWhole(text.chars(), from, to, owners.get(0).fragment())) {
                    spans.add(new Span(from, to, owners.get(0).type(), single(owners), 0.98));
                }
            });
        }
        return spans;
    }

    /// Length of the country and area code that stands before the national part of a number.
    private static int codeBefore(String text, int from) {
        Matcher code = CODE_BEFORE.matcher(text.substring(Math.max(0, from - CODE_REACH), from));
        return code.find() ? code.group().length() : 0;
    }

    /// The person who was born on this day, null when nobody or several were.
    @Nullable
    String bornOn(LocalDate day) {
        Set<String> owners = births.getOrDefault(day, Set.of());
        return owners.size() == 1 ? owners.iterator().next() : null;
    }

    boolean hasBirths() {
        return !births.isEmpty();
    }

    boolean isBirth(LocalDate day) {
        return births.containsKey(day);
    }

    private static @Nullable String single(List<Value> owners) {
        String first = owners.get(0).person();
        return owners.stream().allMatch(owner -> owner.person().equals(first)) ? first : null;
    }
}
