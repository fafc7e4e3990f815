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
import org.safepassage.redact.text.Homoglyphs;
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
        for (String spelling : spellings(identifier)) {
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

    private static List<String> spellings(Identifier identifier) {
        String value = identifier.value();
        var spellings = new ArrayList<String>();
        spellings.add(value);
        switch (identifier.type()) {
            case EMAIL -> {
                spellings.add(value.replace("@", " at ").replace(".", " dot "));
                spellings.add(value.replace("@", " собака ").replace(".", " точка "));
                spellings.add(value.replace("@", " at "));
                int at = Math.max(0, value.indexOf('@'));
                String host = value.substring(at);
                spellings.add(value.substring(0, at) + host.replace("@", " at ").replace(".", " dot "));
                spellings.add(
                        value.substring(0, at) + host.replace("@", " собака ").replace(".", " точка "));
                String local = value.substring(0, Math.max(0, value.indexOf('@')));
                if (local.length() > 5) {
                    spellings.add(local);
                }
            }
            case SOCIAL_HANDLE -> {
                String trimmed = value.replaceAll("/+$", "");
                String handle = trimmed.substring(trimmed.lastIndexOf('/') + 1);
                if (handle.length() > 3) {
                    spellings.add(handle);
                }
            }
            case PHONE -> {
                for (String part : value.split("[,;]")) {
                    spellings.add(part);
                }
            }
            default -> {}
        }
        return spellings;
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

    /// Letters and digits alone: lower case, one script where letters look alike, letters that OCR takes for digits as
    /// digits; each with its place.
    static final class Compact {
        private static final int BREAKABLE = 6;

        private final String chars;
        private final int[] positions;

        private Compact(String chars, int[] positions) {
            this.chars = chars;
            this.positions = positions;
        }

        static Compact of(NormalText text) {
            String lower = text.lower();
            var chars = new StringBuilder(lower.length());
            int[] positions = new int[lower.length()];
            for (int i = 0; i < lower.length(); i++) {
                char c = lower.charAt(i);
                if (Character.isLetterOrDigit(c)) {
                    positions[chars.length()] = i;
                    chars.append(alike(c));
                }
            }
            return new Compact(chars.toString(), positions);
        }

        private static char alike(char c) {
            return switch (c) {
                case 'o', 'о' -> '0';
                case 'i', 'l', 'і' -> '1';
                case 'з' -> '3';
                case 'б' -> '6';
                case 'в', 'b' -> 'b';
                case 'н', 'h' -> 'h';
                case 'м', 'm' -> 'm';
                case 'к', 'k' -> 'k';
                case 'т', 't' -> 't';
                default -> Homoglyphs.toLatin(c);
            };
        }

        String chars() {
            return chars;
        }

        int position(int index) {
            return positions[index];
        }

        /// Whether a find stands on its own: long ones always do, short ones between non-word chars, and only those of
        /// six chars and more beyond the end of a line.
        boolean isWhole(String text, int from, int to, boolean fragment) {
            return fragment
                    || (!(from > 0 && Character.isLetterOrDigit(text.charAt(from - 1)))
                            && !(to < text.length() && Character.isLetterOrDigit(text.charAt(to)))
                            && mayBreak(text, from, to));
        }

        private static boolean mayBreak(String text, int from, int to) {
            int line = text.indexOf('\n', from, to);
            return line < 0 || (to - from > BREAKABLE && text.indexOf('\n', line + 1, to) < 0);
        }
    }
}
