package org.safepassage.redact.explanations;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.TextRedactor;
import org.safepassage.redact.policies.Action;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.pseudonyms.MemoryRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.redact.recognisers.LinkStrength;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// A line before and after redaction. All persons are invented.
///
/// @param action shown
/// @param language of the line
/// @param before what the partner wrote
/// @param after what the recipient reads
public record Example(Action action, String language, String before, String after) {
    private static final String WITNESS = "w";
    private static final String PERPETRATOR = "p";
    private static final Person SHE = new Person(
            WITNESS,
            Role.WITNESS,
            Sex.FEMALE,
            List.of(PersonName.of("Казлова Ганна"), PersonName.of("Козлова Анна"), PersonName.of("Hanna Kazlova")),
            List.of());
    private static final Person HE = new Person(
            PERPETRATOR, Role.ALLEGED_PERPETRATOR, Sex.MALE, List.of(PersonName.of("Anton Zhuk")), List.of());

    /// A line with one mention between angle brackets.
    private record Scene(String language, String line, String type, String person) {
        Mention mention() {
            int start = line.indexOf('<');
            int end = line.indexOf('>') - 1;
            Role role = person.isEmpty() ? null : person.equals(WITNESS) ? Role.WITNESS : Role.ALLEGED_PERPETRATOR;
            return new Mention(start, end, type, person.isEmpty() ? null : person, role, 1, "example");
        }

        String before() {
            return line.replace("<", "").replace(">", "");
        }
    }

    private static final List<Scene> SCENES = List.of(
            new Scene("en", "The order came from <Anton Zhuk>.", "PERSON", PERPETRATOR),
            new Scene("en", "They showed it to <Hanna Kazlova>.", "PERSON", WITNESS),
            new Scene("be", "Паперу паказалі <Ганне Казловай>.", "PERSON", WITNESS),
            new Scene("ru", "Бумагу показали <Анне Козловой>.", "PERSON", WITNESS),
            new Scene("en", "It was on <9 August 2020>.", "DATE", ""),
            new Scene("en", "She was held in <Baranavichy>.", "LOCATION", ""),
            new Scene("en", "She was <34 years> old.", "QUANTITY.AGE", ""),
            new Scene("en", "She worked as a <nurse>.", "DEMOGRAPHIC.PROFESSION", ""),
            new Scene("en", "She called <+375 29 000-00-01>.", "CONTACT.PHONE", ""),
            new Scene("en", "Born on <12 May 1985>.", "DATE.BIRTH", ""));

    /// One line for each action that the policy takes, and for codes and coarser values one for each way.
    static List<Example> of(Policy policy) {
        var examples = new ArrayList<Example>();
        Set<Action> shown = EnumSet.noneOf(Action.class);
        for (Scene scene : SCENES) {
            Action action = policy.action(scene.mention(), Set.of(), LinkStrength.SURE);
            boolean each = action == Action.PSEUDONYM || action == Action.GENERALISE;
            if (shown.add(action) || each) {
                examples.add(new Example(action, scene.language(), scene.before(), after(scene, policy)));
            }
        }
        return examples;
    }

    private static String after(Scene scene, Policy policy) {
        var codes = new PseudonymMaker(
                new MemoryRegister(), new SplittableRandom(scene.person().hashCode()));
        var allowance = new Allowance(policy, Set.of(), List.of(SHE, HE), codes, "");
        return new TextRedactor()
                .redact(scene.before(), scene.language(), "", List.of(scene.mention()), allowance)
                .text();
    }
}
