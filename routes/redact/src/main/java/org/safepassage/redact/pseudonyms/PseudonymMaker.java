package org.safepassage.redact.pseudonyms;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.safepassage.schemas.Sex;

/// Draws codes at random and words them. A code is never made from a name, so nobody can compute it from one; letters
/// are consonants, so that no code reads as a name. Safe to share between threads when its register and random source
/// are.
///
/// A code stands beside a word that fits the sentence: the role where the policy tells roles, otherwise one that says
/// nothing. Where the case of the name is in doubt, the neutral word stands in its base form and a role not at all.
public final class PseudonymMaker implements Pseudonyms {
    private static final String LETTERS = "BCDFGHJKMNPQRTVWXZ";
    /// What every code looks like, without its neighbours.
    public static final String CODE = "(?:[BCDFGHJKMNPQRTVWXZ][2-9]){2,6}";

    private static final int TRIES_A_LENGTH = 64;
    private static final int LONGEST = 12;

    private final CodeRegister register;
    private final RandomGenerator random;

    /// A maker that draws from the system's secure random source.
    public PseudonymMaker(CodeRegister register) {
        this(register, new SecureRandom());
    }

    /// A maker that draws from `random`; anything but a secure source is for tests.
    public PseudonymMaker(CodeRegister register, RandomGenerator random) {
        this.register = register;
        this.random = random;
    }

    @Override
    public String of(String entityKey, String type, Sex sex, String language) {
        return in(entityKey, type, Wording.alone(language, sex));
    }

    @Override
    public String in(String entityKey, String type, Wording wording) {
        String code = code(entityKey);
        if (wording.roleBefore()) {
            return code;
        }
        Optional<String> word = RoleWords.find(wording.language(), wording.role(), wording.sex(), wording.cases());
        if (wording.role() == null) {
            return word.orElseGet(() -> RoleWords.neutral(wording.language())) + " " + code;
        }
        return word.map(form -> (wording.startsSentence() ? capital(form) : form) + " " + code)
                .orElse(code);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private String code(String entityKey) {
        for (int length = 4; length <= LONGEST; length += 2) {
            for (int i = 0; i < TRIES_A_LENGTH; i++) {
                Optional<String> code = register.findCode(entityKey);
                if (code.isPresent()) {
                    return code.get();
                }
                register.tryAssign(entityKey, draw(length));
            }
        }
        throw new IllegalStateException("the register of pseudonyms neither knows an entity nor takes a code for it");
    }

    private String draw(int length) {
        var code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append(
                    i % 2 == 0 ? LETTERS.charAt(random.nextInt(LETTERS.length())) : (char) ('2' + random.nextInt(8)));
        }
        return code.toString();
    }
}
