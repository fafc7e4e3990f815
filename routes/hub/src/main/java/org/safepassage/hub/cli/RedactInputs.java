package org.safepassage.hub.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.policies.PolicyInvalid;
import org.safepassage.redact.renditions.KnownPersons;
import org.safepassage.schemas.Person;

/// The files that tell `hub redact` what may be seen and who is known.
final class RedactInputs {
    private RedactInputs() {}

    /// The policy in a file.
    static Policy policy(Path file) throws WrongUsage {
        try {
            return Policies.read(file);
        } catch (PolicyInvalid e) {
            throw new WrongUsage(e.getMessage() == null ? "unusable policy" : e.getMessage());
        } catch (IOException e) {
            throw unreadable("policy", file, e);
        }
    }

    /// The persons in a file; nobody where there is none.
    static List<Person> persons(@Nullable Path file) throws WrongUsage {
        if (file == null) {
            return List.of();
        }
        try {
            return KnownPersons.parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (KnownPersons.Unusable e) {
            throw new WrongUsage(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw unreadable("persons", file, e);
        }
    }

    private static WrongUsage unreadable(String what, Path file, IOException why) {
        return new WrongUsage("cannot read the " + what + " file " + file + ": "
                + switch (why) {
                    case NoSuchFileException missing -> "there is no such file";
                    case CharacterCodingException notUtf8 -> "it is not UTF-8 text";
                    default -> why.getClass().getSimpleName();
                });
    }
}
