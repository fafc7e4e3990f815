package org.safepassage.redact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// Texts and records that nobody writes but who wants a search to hang: rows of whatever a pattern begins with and
/// never ends, words without end, names without end. Each text is a row of one stretch, as long as is asked for.
public final class HostileTexts {
    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("initials", "А. ");
        ROWS.put("initials without spaces", "А.Б.");
        ROWS.put("initials around a name", "А. Б. Кулик ");
        ROWS.put("a name and an initial on each line", "Кулик А.\n");
        ROWS.put("capitalised words", "Слово ");
        ROWS.put("one capitalised word", "Слово");
        ROWS.put("one small word", "слово");
        ROWS.put("one word of one letter", "а");
        ROWS.put("one word of two vowels and an end", "ау");
        ROWS.put("one word of glides", "аву");
        ROWS.put("one word behind a capital", "А " + "б".repeat(50_000) + " ");
        ROWS.put("one word of a surname", "кулик");
        ROWS.put("one word of a surname with capitals", "Кулик");
        ROWS.put("one word of passports", "паспорт");
        ROWS.put("one word of case files", "протокол");
        ROWS.put("one word of medical cards", "медкарта");
        ROWS.put("one word of streets", "улица");
        ROWS.put("one word of links", "https://");
        ROWS.put("passports", "серия серия ");
        ROWS.put("passport cues without a number", "паспорт № ");
        ROWS.put("licences without a number", "водительскоеудостоверение");
        ROWS.put("places of work", "работал на заводе ");
        ROWS.put("births", "родилась в году ");
        ROWS.put("digits", "1");
        ROWS.put("digits with spaces", "1 ");
        ROWS.put("digits with hyphens", "1234-");
        ROWS.put("digits with dots", "1.");
        ROWS.put("phones", "291234567, ");
        ROWS.put("phones that are none", "+9999999999 ");
        ROWS.put("a known phone without an end", "375296134807");
        ROWS.put("nested dates", "12.03.1984.12.03.");
        ROWS.put("dates in words", "12 марта 12 ");
        ROWS.put("months", "мая ");
        ROWS.put("dots", ".");
        ROWS.put("ellipses", "…");
        ROWS.put("quotation marks", "«");
        ROWS.put("quotation marks in pairs", "«»");
        ROWS.put("straight quotation marks", "\"");
        ROWS.put("escaped quotation marks", "\\\"");
        ROWS.put("brackets", "([{");
        ROWS.put("signs between names", "Кулик Иван ««««");
        ROWS.put("at signs", "@");
        ROWS.put("letters and at signs", "a@");
        ROWS.put("hosts", "a.b@c.d.");
        ROWS.put("addresses without an end", "ab.cd-ef@gh.ij ");
        ROWS.put("addresses with words", "aa at bb dot ");
        ROWS.put("links", "http://a.b/");
        ROWS.put("links of dots", "http://....");
        ROWS.put("combining marks", "\u0301");
        ROWS.put("letters with many marks", "К\u0301\u0300\u0302у\u0301\u0308лик ");
        ROWS.put("zero widths", "\u200b");
        ROWS.put("zero widths in a name", "К\u200bу\u200dл\ufeffи\u2060к ");
        ROWS.put("letter-spaced words", "К у л и к ");
        ROWS.put("letter-spaced with hyphens", "К-у-л-и-к-");
        ROWS.put("letter-spaced in short runs", "а б в. ");
        ROWS.put("soft hyphens", "Ку\u00adлик");
        ROWS.put("only soft hyphens", "\u00ad");
        ROWS.put("line hyphenations", "Ку-\nлик");
        ROWS.put("a hyphen and spaces", "а-          ");
        ROWS.put("white space", " ");
        ROWS.put("empty lines", "\n");
        ROWS.put("a name on each line", "Кулик\n");
        ROWS.put("given names with commas", "Саша, ");
        ROWS.put("given names", "Саша Иван ");
        ROWS.put("persons of the record and others", "Кулик Иван, Петров Пётр, ");
        ROWS.put("surnames", "Кулик Петрова Сидорчук ");
        ROWS.put("mixed scripts", "Kуlик Кулiк ");
        ROWS.put("one word of mixed scripts", "Kуlик");
        ROWS.put("Greek look-alikes", "ΚΥΛИК ");
        ROWS.put("full-width letters", "Ｋｕｌｉｋ ");
        ROWS.put("emoji", "😀");
        ROWS.put("emoji and names", "😀Кулик ");
        ROWS.put("mathematical letters", "𝐊𝐮𝐥𝐢𝐤");
        ROWS.put("high surrogates alone", "\ud83d");
        ROWS.put("low surrogates alone", "\ude00");
        ROWS.put("surrogates the wrong way round", "\ude00\ud83dК");
        ROWS.put("nulls", "\0");
        ROWS.put("controls", "\u0001\u0002");
        ROWS.put("tags", "<a");
        ROWS.put("comments", "<!--");
        ROWS.put("comments that end", "<!-- a -->");
        ROWS.put("entities", "&#1050;");
        ROWS.put("half entities", "&#");
        ROWS.put("percent signs", "%D0%9A");
        ROWS.put("half percent signs", "%D");
        ROWS.put("quoted-printable", "=D0=9A");
        ROWS.put("soft line ends", "=   ");
        ROWS.put("backslashes", "\\");
        ROWS.put("escapes", "\\u041a");
        ROWS.put("base64", "0JrRg9C70LjQug");
        ROWS.put("base64 in lines", "0JrRg9C70LjQug0JrRg9C70LjQug\n");
        ROWS.put("base64 and padding", "QUJDREVGR0hJSktMTU5P=====\n");
        ROWS.put("hex", "d09a");
        ROWS.put("hex with spaces", "d0 9a ");
        ROWS.put("JSON brackets", "[");
        ROWS.put("a street", "вул. Падгорная ");
        ROWS.put("a street and a house", "вул. Падгорная 17 ");
        ROWS.put("a place of work", "завод пусковых двигателей ");
        ROWS.put("addresses in English", "12 Main Oak Elm ");
        ROWS.put("coordinates", "53.9000 27.5000 ");
        ROWS.put("accounts", "BY13 NBRB ");
        ROWS.put("cards", "4111 1111 ");
        ROWS.put("one word of towns", "город");
        ROWS.put("towns without a name", "горада г. ");
        ROWS.put("towns", "г. Гродна ");
        ROWS.put("towns letter-spaced", "г. Г р о д н а ");
        ROWS.put("towns in capitals", "У ГОРАДЗЕ ГРОДНА ");
        ROWS.put("towns with look-alikes", "г. Грoднa ");
        ROWS.put("towns with marks of direction", "г.\u200f Гродна\u200f ");
        ROWS.put("towns and halves of signs", "г. \ud83dГродна\ude00 ");
        ROWS.put("sums", "1 000 000 000 ");
        ROWS.put("sums without an end", "100 тысяч ");
        ROWS.put("sums in one word", "1000рубл");
        ROWS.put("one word of sums", "рублей");
        ROWS.put("heights", "рост около ");
        ROWS.put("one word of heights", "рост");
        ROWS.put("heights with signs", "рост ----");
        ROWS.put("children", "двое малолетних ");
        ROWS.put("one word of children", "двоедетей");
        ROWS.put("mothers", "mother of two ");
        ROWS.put("one word of widows", "вдова");
        ROWS.put("families on lines", "мать\nдвоих\n");
        ROWS.put("families in capitals", "МАТЬ ТРОИХ ДЕТЕЙ ");
        ROWS.put("one word of twins", "близнец");
    }

    /// One row for each kind of loop that a text can keep busy: words, runs of names, of numbers, of signs, of marks,
    /// and what is unpacked before it is read.
    private static final Set<String> TELLING = Set.of(
            "initials",
            "initials around a name",
            "one capitalised word",
            "one small word",
            "one word of two vowels and an end",
            "one word behind a capital",
            "one word of a surname",
            "one word of passports",
            "digits with spaces",
            "phones that are none",
            "nested dates",
            "quotation marks in pairs",
            "signs between names",
            "addresses without an end",
            "letters with many marks",
            "zero widths in a name",
            "letter-spaced words",
            "line hyphenations",
            "white space",
            "persons of the record and others",
            "one word of mixed scripts",
            "comments",
            "escapes",
            "base64",
            "a street",
            "towns",
            "sums",
            "children");

    private HostileTexts() {}

    /// The name of each row, for a parameterised test.
    public static Stream<String> rows() {
        return ROWS.keySet().stream();
    }

    /// The rows that stand for all.
    public static Stream<String> tellingRows() {
        return rows().filter(TELLING::contains);
    }

    /// All the others.
    public static Stream<String> otherRows() {
        return rows().filter(row -> !TELLING.contains(row));
    }

    /// A text of at least this many chars.
    public static String text(String row, int chars) {
        String stretch = ROWS.getOrDefault(row, "");
        return stretch.repeat(chars / stretch.length() + 1);
    }

    /// A few persons whom the rows name.
    public static List<Person> persons() {
        return List.of(
                person(
                        "p1",
                        new PersonName("Кулик Иван Петрович", "Кулик", "Иван", "Петрович"),
                        List.of(
                                new Identifier(Identifier.Type.PHONE, "+375 29 613-48-07"),
                                new Identifier(Identifier.Type.ADDRESS, "г. Гомель, вул. Падгорная, д. 17"),
                                new Identifier(Identifier.Type.WORKPLACE, "Гомельский завод пусковых двигателей"),
                                new Identifier(Identifier.Type.BIRTH_DATE, "1984-03-12"))),
                person("p2", new PersonName("Кулик Александра", "Кулик", "Александра", ""), List.of()));
    }

    /// So many persons of one street, each second one of one family.
    public static List<Person> crowd(int count) {
        var crowd = new ArrayList<Person>();
        IntStream.range(0, count)
                .forEach(i -> crowd.add(person(
                        "c" + i,
                        i % 2 == 0
                                ? new PersonName("Кулик Иван", "Кулик", "Иван", "")
                                : new PersonName("", surname(i), "Пётр", "Иванович"),
                        List.of(
                                new Identifier(Identifier.Type.PHONE, "+375 29 " + (1_000_000 + i * 7)),
                                new Identifier(Identifier.Type.ADDRESS, "вул. Падгорная, д. " + i)))));
        return crowd;
    }

    /// Surnames that differ.
    public static String surname(int number) {
        var letters = new StringBuilder("К");
        for (int rest = number + 400; rest > 0; rest /= 20) {
            letters.append("бвгджзклмнпрстфхцчшщ".charAt(rest % 20)).append(rest % 3 == 0 ? 'а' : 'у');
        }
        return letters + "нко";
    }

    /// Somebody with a name of so many letters.
    public static Person longName(int letters) {
        String surname = "Ку" + "лик".repeat(letters / 3);
        return person("long", new PersonName(surname + " Иван", surname, "Иван", ""), List.of());
    }

    private static Person person(String id, PersonName name, List<Identifier> identifiers) {
        return new Person(id, Role.WITNESS, Sex.UNKNOWN, List.of(name), identifiers);
    }
}
