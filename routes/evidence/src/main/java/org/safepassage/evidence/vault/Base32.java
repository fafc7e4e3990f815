package org.safepassage.evidence.vault;

/// Base32 of RFC 4648 section 6 in lower case without padding: safe in file names, queues and mouths.
final class Base32 {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 5;

    private Base32() {}

    static String lowerCase(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * 8 + BITS - 1) / BITS);
        int held = 0;
        int count = 0;
        for (byte b : bytes) {
            held = (held << 8) | (b & 0xff);
            count += 8;
            while (count >= BITS) {
                count -= BITS;
                text.append(ALPHABET.charAt((held >> count) & 31));
            }
        }
        if (count > 0) {
            text.append(ALPHABET.charAt((held << (BITS - count)) & 31));
        }
        return text.toString();
    }
}
