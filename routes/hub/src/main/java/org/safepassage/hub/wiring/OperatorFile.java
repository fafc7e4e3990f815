package org.safepassage.hub.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/// Who may sign in on a single machine: one line an operator in `operators` beside the keys, name and bcrypt hash.
public final class OperatorFile {
    private OperatorFile() {}

    /// @param passwordHash in Spring Security's form `{bcrypt}…`
    public record Operator(String name, String passwordHash) {
        @Override
        public String toString() {
            return "Operator[" + name + "]";
        }
    }

    /// All operators; none when the file is absent.
    public static List<Operator> read(Path keys) throws IOException {
        Path file = keys.resolve("operators");
        if (!Files.exists(file)) return List.of();
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> line.contains(":"))
                .map(line -> new Operator(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1)))
                .toList();
    }

    /// Makes the first administrator and gives the password, which is shown once and kept nowhere.
    public static String createFirst(Path keys, String name) throws IOException {
        byte[] bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        String password = Base64.getUrlEncoder().encodeToString(bytes);
        Path file = Files.createFile(
                keys.resolve("operators"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                name + ":{bcrypt}" + new BCryptPasswordEncoder(11).encode(password) + "\n",
                StandardCharsets.UTF_8);
        return password;
    }
}
