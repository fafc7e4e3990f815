package org.safepassage.redact.pseudonyms;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.safepassage.schemas.Sex;

/// Draws codes at random and words them. A code is never made from a name, so nobody can compute it from one; letters
/// are consonants, so that no code reads as a name. Safe to share between threads when its register and random source
/// are.
public final class PseudonymMaker implements Pseudonyms {
    private static final String LETTERS = "BCDFGHJKMNPQRTVWXZ";
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
        return noun(language) + " " + code(entityKey);
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

    private static String noun(String language) {
        return switch (language.length() > 2 ? language.substring(0, 2) : language) {
            case "be" -> "Асоба";
            case "ru" -> "Лицо";
            case "uk" -> "Особа";
            default -> "Person";
        };
    }
}
