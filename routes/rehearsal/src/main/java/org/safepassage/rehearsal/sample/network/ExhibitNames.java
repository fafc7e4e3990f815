package org.safepassage.rehearsal.sample.network;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.people.Language;
import org.safepassage.rehearsal.sample.people.Latin;
import org.safepassage.rehearsal.sample.people.Persona;
import org.safepassage.rehearsal.sample.truth.Planted;

/// Names of a case's files in its partner's style, some with a person's name in them. On disk they are Latin, since not
/// every machine's locale can hold others; inside ZIP bundles they are Cyrillic. Unique in the case.
final class ExhibitNames {
    /// A path and what in it points to somebody.
    record Named(String path, List<Planted> planted) {}

    private final Partner partner;
    private final Language language;
    private final Dice dice;
    private final Set<String> used = new HashSet<>();

    ExhibitNames(Partner partner, Language language, Dice dice) {
        this.partner = partner;
        this.language = language;
        this.dice = dice;
    }

    /// A path for a file of this kind about this person.
    Named of(FileWord word, Persona about, String extension) {
        boolean telling = dice.percent(45);
        String name = telling ? shown(about) : "";
        String folder = word.folder(partner, language);
        String stem = word.in(partner, language) + (telling ? gap() + name : "");
        String path = unique(folder + stem, extension);
        return new Named(
                path,
                telling
                        ? List.of(
                                new Planted("filename", about.id(), about.role(), "PERSON.SURNAME", name, about.base()))
                        : List.of());
    }

    private String shown(Persona about) {
        return switch (partner) {
            case CASEBASE -> Latin.PASSPORT.spell(about.belarusian().surname()).toLowerCase(Locale.ROOT);
            case FIELDNOTES -> Latin.BGN.spell(about.russian().surname());
            case SHAREHUB ->
                language == Language.EN
                        ? Latin.PASSPORT.spell(about.belarusian().surname())
                        : about.name(language).surname();
        };
    }

    private String gap() {
        return partner == Partner.SHAREHUB ? " " : partner == Partner.CASEBASE ? "_" : "-";
    }

    private String unique(String stem, String extension) {
        for (int number = 1; ; number++) {
            String path = stem + (number == 1 ? "" : gap() + number) + "." + extension;
            if (used.add(path)) {
                return path;
            }
        }
    }
}
