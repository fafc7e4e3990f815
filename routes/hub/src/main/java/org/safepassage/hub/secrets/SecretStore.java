package org.safepassage.hub.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.hub.secrets.SecretVersion.State;

/// The hub's own secrets in one file below the data folder, sealed with a key ring of their own in the key folder:
/// either without the other opens nothing. The file is replaced whole under a lock, so commands may change it while a
/// hub reads it, and a kill at any instant leaves the old or the new. Thread-safe.
public final class SecretStore {
    /// Bytes of one secret: a private key with its certificates fits.
    public static final int LARGEST = 64 << 10;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Object CHANGES = new Object();
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private final Path keyFile;
    private final InstantSource clock;

    /// @param file of the store; made when the first secret is put
    /// @param keyFile of its key ring; made then, too
    /// @param clock tells since when
    public SecretStore(Path file, Path keyFile, InstantSource clock) {
        this.file = file;
        this.keyFile = keyFile;
        this.clock = clock;
    }

    /// One version as it lies in the file.
    record Kept(String since, @Nullable String expires, String sealed) {
        SecretVersion shown(State state) {
            return new SecretVersion(
                    state,
                    java.time.Instant.parse(since),
                    Optional.ofNullable(expires).map(LocalDate::parse));
        }
    }

    /// Whether a secret may be named so.
    public static boolean isName(String name) {
        return name.matches("[a-z][a-z0-9-]{0,59}");
    }

    /// What may be known of every secret, by name.
    public Map<String, Map<State, SecretVersion>> list() throws IOException {
        var all = new TreeMap<String, Map<State, SecretVersion>>();
        read().forEach((name, versions) -> {
            var shown = new EnumMap<State, SecretVersion>(State.class);
            versions.forEach((state, kept) -> shown.put(state, kept.shown(state)));
            all.put(name, shown);
        });
        return all;
    }

    /// The value of a version, if there is one.
    public Optional<String> value(String name, State state) throws IOException {
        Kept kept = read().getOrDefault(name, Map.of()).get(state);
        if (kept == null) return Optional.empty();
        byte[] opened = KeyRing.open(keyFile, Optional.empty())
                .openSmall(Base64.getDecoder().decode(kept.sealed()), "secret/" + name);
        return Optional.of(new String(opened, StandardCharsets.UTF_8));
    }

    /// Puts a value there: the first is used at once, a further one waits as the next until [#switchOver].
    ///
    /// @return where it stands now
    public State put(String name, String value, Optional<LocalDate> expires) throws IOException {
        if (!isName(name)) throw new IOException("a secret's name has a-z, 0-9 and hyphens, at most 60");
        if (value.isEmpty() || value.getBytes(StandardCharsets.UTF_8).length > LARGEST)
            throw new IOException("a secret holds 1 byte to 64 KiB");
        var stands = new State[1];
        change(all -> {
            var versions = all.computeIfAbsent(name, fresh -> new EnumMap<>(State.class));
            stands[0] = versions.containsKey(State.CURRENT) ? State.NEXT : State.CURRENT;
            byte[] sealed = keys().sealSmall(value.getBytes(StandardCharsets.UTF_8), "secret/" + name);
            versions.put(
                    stands[0],
                    new Kept(
                            clock.instant().toString(),
                            expires.map(LocalDate::toString).orElse(null),
                            Base64.getEncoder().encodeToString(sealed)));
        });
        return stands[0];
    }

    /// From now on the next version is used; the one before can be taken back until it is retired.
    public void switchOver(String name) throws IOException {
        change(all -> {
            var versions = need(all, name, State.NEXT);
            versions.put(State.PREVIOUS, java.util.Objects.requireNonNull(versions.get(State.CURRENT)));
            versions.put(State.CURRENT, java.util.Objects.requireNonNull(versions.remove(State.NEXT)));
        });
    }

    /// Takes the switch back: the previous version is used again, and the other waits as the next.
    public void switchBack(String name) throws IOException {
        change(all -> {
            var versions = need(all, name, State.PREVIOUS);
            versions.put(State.NEXT, java.util.Objects.requireNonNull(versions.get(State.CURRENT)));
            versions.put(State.CURRENT, java.util.Objects.requireNonNull(versions.remove(State.PREVIOUS)));
        });
    }

    /// Forgets the previous version.
    public void retire(String name) throws IOException {
        change(all -> need(all, name, State.PREVIOUS).remove(State.PREVIOUS));
    }

    /// Forgets a secret and all its versions.
    public void remove(String name) throws IOException {
        change(all -> {
            need(all, name, State.CURRENT);
            all.remove(name);
        });
    }

    private static Map<State, Kept> need(Map<String, Map<State, Kept>> all, String name, State state) {
        var versions = all.get(name);
        if (versions == null || !versions.containsKey(state))
            throw new NoSuchSecret("there is no " + state.name().toLowerCase(java.util.Locale.ROOT) + " value of "
                    + (isName(name) ? name : "this name") + "; see: hub secret list");
        return versions;
    }

    /// Carries a message out of a change.
    private static final class NoSuchSecret extends RuntimeException {
        NoSuchSecret(String message) {
            super(message);
        }
    }

    private KeyRing keys() {
        return Files.exists(keyFile)
                ? KeyRing.open(keyFile, Optional.empty())
                : KeyRing.create(keyFile, Optional.empty());
    }

    private Map<String, Map<State, Kept>> read() throws IOException {
        try {
            return JSON.readValue(Files.readString(file), new TypeReference<TreeMap<String, Map<State, Kept>>>() {});
        } catch (NoSuchFileException none) {
            return new TreeMap<>();
        } catch (JsonProcessingException broken) {
            throw new IOException(file + " is damaged: restore it from a backup");
        }
    }

    /// One change after the other: threads of this process by the monitor, other processes by the lock on a file, which
    /// ends with the channel.
    private void change(Consumer<Map<String, Map<State, Kept>>> change) throws IOException {
        synchronized (CHANGES) {
            Files.createDirectories(file.getParent());
            Path lock = file.resolveSibling(file.getFileName() + ".lock");
            try (var channel =
                    FileChannel.open(lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OWNERS_ALONE)) {
                channel.lock();
                var all = read();
                change.accept(all);
                replace(JSON.writeValueAsBytes(all));
            } catch (NoSuchSecret none) {
                throw new IOException(none.getMessage());
            }
        }
    }

    private void replace(byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(fresh);
        try (var out = FileChannel.open(
                fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNERS_ALONE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) out.write(bytes);
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
