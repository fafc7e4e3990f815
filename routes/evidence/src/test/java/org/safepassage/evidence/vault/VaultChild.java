package org.safepassage.evidence.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// What the vault's child processes do: `put`, `rotate`, `large` or `full`, then the vault, the key file and a number.
final class VaultChild {
    private VaultChild() {}

    public static void main(String[] arguments) throws IOException {
        KeyRing keys = KeyRing.open(Path.of(arguments[2]), Optional.empty());
        Vault vault = Vault.open(Path.of(arguments[1]), keys);
        long number = Long.parseLong(arguments[3]);
        switch (arguments[0]) {
            case "put" -> putForEver(vault, number);
            case "rotate" -> rotateForEver(vault, keys);
            case "large" -> putAndReadOnce(vault, number);
            case "full" -> putUntilFull(vault, number);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    static long sizeFor(long seed) {
        return (seed * 7919) % 400_000;
    }

    private static void putForEver(Vault vault, long firstSeed) throws IOException {
        for (long seed = firstSeed; ; seed++) {
            Sealed sealed = vault.put(new SampleBytes(seed, sizeFor(seed)));
            say(sealed.sha256());
        }
    }

    private static void rotateForEver(Vault vault, KeyRing keys) throws IOException {
        while (true) {
            keys.rotate();
            say("rotated");
            vault.rewrap();
        }
    }

    private static void putAndReadOnce(Vault vault, long size) throws IOException {
        Sealed sealed = vault.put(new SampleBytes(1, size));
        long read = 0;
        byte[] buffer = new byte[8192];
        try (InputStream in = vault.content(sealed.sha256()).open()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                read += n;
            }
        }
        say(sealed.sha256() + " " + read + " " + vault.verify(sealed.sha256()));
    }

    private static void putUntilFull(Vault vault, long size) throws IOException {
        try {
            vault.put(new SampleBytes(1, size));
            say("fits");
        } catch (VaultFull e) {
            say(String.valueOf(e.getMessage()));
        }
        say(vault.put(new SampleBytes(2, 10_000)).sha256());
    }

    private static void say(String line) {
        System.out.write((line + "\n").getBytes(StandardCharsets.UTF_8), 0, line.length() + 1);
        System.out.flush();
    }
}
