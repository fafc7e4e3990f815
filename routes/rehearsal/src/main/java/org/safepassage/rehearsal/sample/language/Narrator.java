package org.safepassage.rehearsal.sample.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.people.GrammaticalCase;
import org.safepassage.rehearsal.sample.people.IdentifierForms;
import org.safepassage.rehearsal.sample.people.Language;
import org.safepassage.rehearsal.sample.people.NameForms;
import org.safepassage.rehearsal.sample.people.Persona;
import org.safepassage.rehearsal.sample.people.Surface;
import org.safepassage.rehearsal.sample.truth.Planted;
import org.safepassage.schemas.Sex;

/// Says phrases of one language about one scene, and notes whom it showed in which form. Slots: `{C any gen}` a person,
/// form and case; `{C.phone}` an identifier; `{C?he|she}` by sex; `{date}`, `{date+3}` the day of the event and days
/// after; `{time}`, `{n:4-9}`, `{town}`, `{in-town}`, `{station}`, `{in-station}`, `{case}`. One narrator serves one
/// document; not for several threads.
public final class Narrator {
    private static final Pattern BY_SEX = Pattern.compile("\\{([A-Z])\\?([^|{}]*)\\|([^|{}]*)}");
    private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern PERSON = Pattern.compile("\\{([A-Z])(?:[?]|[.]([a-z0-9]+)|[ ])");

    private final Scene scene;
    private final Language language;
    private final Dice dice;
    private final NameForms names;
    private final IdentifierForms identifiers;
    private final List<Planted> planted = new ArrayList<>();

    /// A narrator of this scene.
    public Narrator(Scene scene, Language language, Dice dice) {
        this.scene = scene;
        this.language = language;
        this.dice = dice;
        this.names = new NameForms(language, dice);
        this.identifiers = new IdentifierForms(language, dice);
    }

    /// Whether the scene has everybody and everything that the phrase speaks of.
    public boolean fits(String phrase) {
        return PERSON.matcher(phrase)
                .results()
                .allMatch(slot -> scene.findPerson(slot.group(1).charAt(0))
                        .map(who -> slot.group(2) == null
                                || !IdentifierForms.canonical(who, slot.group(2), language)
                                        .isEmpty())
                        .orElse(false));
    }

    /// The phrase with every slot filled.
    ///
    /// @param place where the words will stand, for the truth
    /// @throws IllegalArgumentException when the phrase does not fit the scene or names an unknown slot
    public String say(String place, String phrase) {
        String sexed = replaced(BY_SEX, phrase, slot -> {
            Persona who = scene.person(slot.group(1).charAt(0));
            return who.sex() == Sex.FEMALE ? slot.group(3) : slot.group(2);
        });
        String chosen =
                replaced(CHOICE, sexed, slot -> dice.pick(List.of(slot.group(1).split("\\|", -1))));
        // Initials at the end of a sentence bring their own full stop.
        return replaced(SLOT, chosen, slot -> filled(place, slot.group(1))).replace("..", ".");
    }

    /// Everything shown so far, in order.
    public List<Planted> planted() {
        return List.copyOf(planted);
    }

    /// Forgets what was shown after the first so many, because the words were not used.
    void keepOnly(int first) {
        planted.subList(first, planted.size()).clear();
    }

    /// A day in the way this language writes it.
    public String date(int daysAfter) {
        return identifiers.date(scene.day().plusDays(daysAfter));
    }

    private static String replaced(Pattern pattern, String in, Function<MatchResult, String> by) {
        return pattern.matcher(in).replaceAll(slot -> Matcher.quoteReplacement(by.apply(slot)));
    }

    private String filled(String place, String slot) {
        if (slot.matches("[A-Z][. ].*")) {
            Persona who = scene.person(slot.charAt(0));
            return shown(place, who, slot.charAt(1) == '.' ? identifiers.of(who, slot.substring(2)) : name(who, slot));
        }
        if (slot.startsWith("date")) {
            return date(slot.length() > 4 ? Integer.parseInt(slot.substring(5)) : 0);
        }
        if (slot.startsWith("n:")) {
            String[] bounds = slot.substring(2).split("-", -1);
            return String.valueOf(dice.between(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[1])));
        }
        return switch (slot) {
            case "time" -> "%02d:%02d".formatted(dice.between(6, 23), dice.below(12) * 5);
            case "town" -> scene.town().name().in(language);
            case "in-town" -> scene.town().in().in(language);
            case "station" -> scene.station().name().in(language);
            case "in-station" -> scene.station().in().in(language);
            case "case" -> scene.caseNumber();
            default -> throw new IllegalArgumentException("no such slot: " + slot);
        };
    }

    private Surface name(Persona who, String slot) {
        String[] words = slot.split(" ", -1);
        GrammaticalCase to = words.length > 2 ? GrammaticalCase.ofAbbreviation(words[2]) : GrammaticalCase.NOMINATIVE;
        return names.of(who, words[1], to);
    }

    private String shown(String place, Persona who, Surface surface) {
        for (Surface.Mark mark : surface.marks()) {
            planted.add(new Planted(place, who.id(), who.role(), mark.type(), mark.value(), mark.base()));
        }
        return surface.text();
    }
}
