package org.safepassage.rehearsal.sample.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.people.Persona.Name;
import org.safepassage.rehearsal.sample.people.Surface.Mark;
import org.safepassage.schemas.Role;

/// The shapes in which one text of one language shows a person's name. English texts take Latin spellings, mostly that
/// of the passport. Draws from the dice it was given, so one instance serves one document.
public final class NameForms {
    private static final int INITIALS_STYLES = 4;

    private final Language language;
    private final Dice dice;

    /// Forms for a text in this language.
    public NameForms(Language language, Dice dice) {
        this.language = language;
        this.dice = dice;
    }

    /// The name in a form of the phrase books: `full` (surname, given name, patronymic), `gp` (given name, patronymic),
    /// `gs` (given name, surname), `sur`, `giv`, `dim` (diminutive), `ini` (surname and initials), `up` (capitals),
    /// `lat` (Latin letters), `slip`, `ocr`, or `any`, which draws one that suits the person's role.
    ///
    /// @throws IllegalArgumentException for another form
    public Surface of(Persona who, String form, GrammaticalCase to) {
        String wanted = form.equals("any") ? suitable(who) : form;
        Name name = declined(who, to);
        String base = who.base();
        return switch (wanted) {
            case "full" -> whole("PERSON.FULL", name.full(), name, base);
            case "gp" -> whole("PERSON.FULL", (name.given() + " " + name.patronymic()).strip(), name, base);
            case "gs" -> whole("PERSON.FULL", name.given() + " " + name.surname(), name, base);
            case "sur" -> Surface.of("PERSON.SURNAME", name.surname(), base);
            case "giv" -> Surface.of("PERSON.GIVEN", name.given(), base);
            case "dim" -> diminutive(who, to);
            case "ini" -> whole("PERSON.INITIALS", initials(name, who), name, base);
            case "up" -> Surface.of("PERSON.SURNAME", name.surname().toUpperCase(Locale.ROOT), base);
            case "lat" -> latin(who);
            case "slip" -> distorted("PERSON.MISSPELT", Slips.misspelt(name.surname(), dice), name, base);
            case "ocr" -> distorted("PERSON.OCR", Slips.misread(name.surname(), dice), name, base);
            default -> throw new IllegalArgumentException("no form of a name: " + form);
        };
    }

    private String suitable(Persona who) {
        int thrown = dice.below(100);
        boolean close = who.role() == Role.COMPLAINANT || who.role() == Role.RELATIVE || who.role() == Role.WITNESS;
        if (!who.recorded()) {
            return thrown < 50 ? "ini" : thrown < 75 ? "gp" : "full";
        }
        if (thrown < 6) {
            return List.of("slip", "slip", "ocr", "up", "up", "lat").get(thrown);
        }
        if (thrown < 22 && close) {
            return "dim";
        }
        return thrown < 45 ? "sur" : thrown < 62 ? "gs" : thrown < 76 ? "gp" : thrown < 88 ? "ini" : "full";
    }

    /// The parts of the name in this case; in English the parts in Latin letters, all of one spelling.
    private Name declined(Persona who, GrammaticalCase to) {
        if (language == Language.EN) {
            return spelt(who, dice.percent(75) ? Latin.PASSPORT : dice.pick(List.of(Latin.values())));
        }
        Declension declension = Declension.of(language);
        Name name = who.name(language);
        return new Name(
                declension.surname(name.surname(), who.sex(), to),
                declension.given(name.given(), who.sex(), to),
                name.patronymic().isEmpty() ? "" : declension.patronymic(name.patronymic(), to),
                name.diminutives());
    }

    /// A name in the Latin letters of one scheme.
    public static Name spelt(Persona who, Latin scheme) {
        Name name = who.name(scheme.from());
        return new Name(
                scheme.spell(name.surname()),
                scheme.spell(name.given()),
                name.patronymic().isEmpty() ? "" : scheme.spell(name.patronymic()),
                name.diminutives().stream().map(scheme::spell).toList());
    }

    private Surface diminutive(Persona who, GrammaticalCase to) {
        Name name = language == Language.EN ? spelt(who, Latin.PASSPORT) : who.name(language);
        String chosen = dice.pick(name.diminutives());
        String shown =
                language == Language.EN ? chosen : Declension.of(language).given(chosen, who.sex(), to);
        return Surface.of("PERSON.DIMINUTIVE", shown, who.base());
    }

    private Surface latin(Persona who) {
        Name name = spelt(who, dice.pick(List.of(Latin.values())));
        return whole("PERSON.LATIN", name.given() + " " + name.surname(), name, who.base());
    }

    private String initials(Name name, Persona who) {
        String given = initial(name.given());
        String patronymic = name.patronymic().isEmpty() ? "" : initial(name.patronymic());
        String gap = patronymic.isEmpty() ? "" : dice.percent(50) ? " " : "";
        String letters = given + gap + patronymic;
        return who.recorded() && dice.below(INITIALS_STYLES) == 0
                ? letters + " " + name.surname()
                : name.surname() + " " + letters;
    }

    private static String initial(String word) {
        return word.substring(0, 1) + ".";
    }

    /// The whole and, beside it, each of its parts that it holds.
    private static Surface whole(String type, String text, Name name, String base) {
        var marks = new ArrayList<Mark>();
        marks.add(new Mark(type, text, base));
        addPart(marks, text, "PERSON.SURNAME", name.surname(), base);
        addPart(marks, text, "PERSON.GIVEN", name.given(), base);
        addPart(marks, text, "PERSON.PATRONYMIC", name.patronymic(), base);
        return new Surface(text, marks);
    }

    private static void addPart(List<Mark> marks, String text, String type, String part, String base) {
        if (!part.isEmpty() && List.of(text.split(" ", -1)).contains(part)) {
            marks.add(new Mark(type, part, base));
        }
    }

    private static Surface distorted(String type, String shown, Name name, String base) {
        return shown.equals(name.surname()) ? Surface.of("PERSON.SURNAME", shown, base) : Surface.of(type, shown, base);
    }
}
