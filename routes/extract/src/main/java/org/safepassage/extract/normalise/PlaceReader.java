package org.safepassage.extract.normalise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.schemas.Place;

/// Reads a place as people write it in Belarusian, Russian and English into its settlement, first-level region and
/// police station or place of detention. Settlements and regions of the table `places.txt` get one form; others stay
/// as written. The words are always kept. Thread-safe.
public final class PlaceReader {
    private static final int LONGEST = 1_000;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\d])";
    private static final String NO_LETTER_AFTER = "(?![\\p{L}])";

    private static final Pattern STATION = word(
            "\\p{L}*(?:РУУС|РУВД|РОВД|РАУС|ГУВД|ГУУС|УВД|УУС|ГОВД|ОВД|ИВС|ІЧУ|ЦИП|ЦІП|ЦИПе|ЦІПе|СИЗО|СІЗА"
                    + "|ГУБОПиК|ГУБАЗіК|ИУОТ|ПУАТ|ИК|ПК)(?:[- ]?№? ?\\d+)?"
                    + "|изолятор\\p{L}*|ізалятар\\p{L}*|окрестин\\p{L}*|акрэсцін\\p{L}*|okrestin\\p{L}*|akrestsin\\p{L}*"
                    + "|отдел\\p{L}* (?:внутренних|милиции|полиции)|отделени\\p{L}* милиции|опорн\\p{L}* пункт\\p{L}*"
                    + "|аддзел\\p{L}* (?:унутраных|ўнутраных|міліцыі)|аддзяленн\\p{L}* міліцыі|апорн\\p{L}* пункт\\p{L}*|пастарун\\p{L}*"
                    + "|колони\\p{L}*|калоні\\p{L}*|тюрьм\\p{L}*|турм\\p{L}*|police|detention|prison|jail|penal colony|remand");
    private static final Pattern REGION = word("(?:област[ьи]|обл|вобласц[ьі]|вобл|oblast|voblast|region)");
    private static final Pattern DISTRICT =
            word("(?:район\\p{L}*|р-н|раён\\p{L}*|district|raion|rayon|сельсовет|сельсавет|с/с)");
    private static final Pattern STREET = word(
            "(?:ул|вул|улиц[аеы]|вуліц[аыу]|пр|пр-т|пр-кт|праспект\\p{L}*|проспект\\p{L}*|пер|переулок|завулак|пл|площад[ьи]"
                    + "|плошч[аы]|бульвар\\p{L}*|бул|б-р|шоссе|шаша|тракт|наб|street|st|avenue|ave|road|lane|square|boulevard)");
    private static final Pattern HOUSE = Pattern.compile(
            "(?:(?:дом|д|корп|к|кв|кватэра|квартира|пам|оф|apt|flat|house|bldg)\\.? ?)?№? ?\\d+\\s?[\\p{L}/-]?\\d*",
            FLAGS);
    private static final Pattern COUNTRY =
            Pattern.compile("(?:республика |рэспубліка )?(?:беларусь|белоруссия|belarus|рб)", FLAGS);
    private static final Pattern SETTLEMENT = Pattern.compile(
            NO_LETTER_BEFORE
                    + "(?:г\\.п\\.|г/п|гп|аг\\.|аг|агр\\.|г\\.|г|гор\\.|город|горад|городе|горадзе|д\\.|дер\\.|деревня|деревне|в\\."
                    + "|вёска|вёсцы|аграгарадок|агрогородок|пос\\.|п\\.|посёлок|поселок|пасёлак|city of|town of|village of|village)\\s+(.+)",
            FLAGS);
    private static final Pattern PREPOSITION =
            Pattern.compile("^(?:в|во|у|ў|каля|около|под|пад|near|in|at)\\s+", FLAGS);
    private static final Pattern POSTCODE = Pattern.compile("\\b2\\d{5}\\b");

    private static final Map<String, String> REGION_STEMS = Map.ofEntries(
            Map.entry("брэсц", "Brest Region"),
            Map.entry("брестс", "Brest Region"),
            Map.entry("brest", "Brest Region"),
            Map.entry("гомельс", "Gomel Region"),
            Map.entry("gomel", "Gomel Region"),
            Map.entry("homiel", "Gomel Region"),
            Map.entry("homel", "Gomel Region"),
            Map.entry("гродзенс", "Grodno Region"),
            Map.entry("гродненс", "Grodno Region"),
            Map.entry("grodn", "Grodno Region"),
            Map.entry("hrodn", "Grodno Region"),
            Map.entry("мінс", "Minsk Region"),
            Map.entry("минс", "Minsk Region"),
            Map.entry("minsk", "Minsk Region"),
            Map.entry("магілёў", "Mogilev Region"),
            Map.entry("могил", "Mogilev Region"),
            Map.entry("mogil", "Mogilev Region"),
            Map.entry("mahil", "Mogilev Region"),
            Map.entry("віцебс", "Vitebsk Region"),
            Map.entry("витебс", "Vitebsk Region"),
            Map.entry("vitebs", "Vitebsk Region"),
            Map.entry("vicieb", "Vitebsk Region"));

    private final Map<String, String> settlements = new HashMap<>();
    private final Map<String, String> regions = new HashMap<>();

    /// With the table of the module.
    public PlaceReader() {
        try (InputStream table = PlaceReader.class.getResourceAsStream("places.txt")) {
            if (table == null) {
                throw new IllegalStateException("places.txt is missing from the module");
            }
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(this::row);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void row(String line) {
        List<String> columns = List.of(line.split(" \\| "));
        for (String form : columns.get(2).split(" ")) {
            settlements.put(form, columns.get(0));
        }
        regions.put(columns.get(0), columns.get(1));
    }

    /// The parts of a place.
    public Place read(String original) {
        if (original.length() > LONGEST) {
            return Place.of(original);
        }
        String name = "";
        String region = "";
        String station = "";
        for (String raw :
                POSTCODE.matcher(ScriptForm.of(original)).replaceAll("").split("[,;()]")) {
            String part = raw.strip();
            if (part.isEmpty()
                    || COUNTRY.matcher(part).matches()
                    || HOUSE.matcher(part).matches()) {
                continue;
            }
            if (STATION.matcher(part).find()) {
                station = station.isEmpty() ? part : station;
                name = name.isEmpty() ? known(part) : name;
            } else if (REGION.matcher(part).find()) {
                region = region.isEmpty() ? region(part) : region;
            } else if (!DISTRICT.matcher(part).find() && !STREET.matcher(part).find() && name.isEmpty()) {
                name = settlement(part);
            }
        }
        return new Place(original, name, region.isEmpty() ? regions.getOrDefault(name, "") : region, station);
    }

    private String settlement(String part) {
        String plain = PREPOSITION.matcher(part).replaceFirst("");
        Matcher named = SETTLEMENT.matcher(plain);
        String bare = named.matches() ? named.group(1).strip() : plain;
        String known = known(bare);
        return known.isEmpty() ? bare : known;
    }

    /// A settlement of the table among the words, or nothing.
    private String known(String part) {
        for (String word : part.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            String name = settlements.get(word);
            if (name != null) {
                return name;
            }
        }
        return "";
    }

    private String region(String part) {
        for (String word : part.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            for (Map.Entry<String, String> stem : REGION_STEMS.entrySet()) {
                if (word.startsWith(stem.getKey())) {
                    return stem.getValue();
                }
            }
        }
        return part;
    }

    private static Pattern word(String words) {
        return Pattern.compile(NO_LETTER_BEFORE + "(?:" + words + ")" + NO_LETTER_AFTER, FLAGS);
    }
}
