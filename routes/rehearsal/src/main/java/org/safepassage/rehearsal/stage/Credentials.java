package org.safepassage.rehearsal.stage;

import java.security.SecureRandom;
import java.util.Base64;

/// A user and a password made for one run. Immutable; [#toString] hides the password.
///
/// @param user log-in name
/// @param password 192 random bits in URL-safe base64
public record Credentials(String user, String password) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Fresh credentials for this user.
    public static Credentials random(String user) {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return new Credentials(user, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
