package org.safepassage.hub.wiring;

import java.security.SecureRandom;
import java.util.HexFormat;

/// What the command line shows to the API of the hub it was started for; drawn at each start.
///
/// @param value never logged
public record ApiToken(String value) {
    /// A fresh token of 256 random bits.
    public static ApiToken draw() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new ApiToken(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return "ApiToken[…]";
    }
}
