package org.safepassage.hub.revisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files of a configuration folder that are applied together, as they were written: placeholders are not filled
/// in, so no secret that is given by reference is in them. `application.yaml` is not among them: it holds the settings
/// of one machine, and takes effect when that hub starts. Immutable.
///
/// @param texts content by path below the folder, with `/`
public record ConfigFiles(SortedMap<String, String> texts) {
    /// Bytes of one file.
    static final int LARGEST = 1 << 20;

    /// Files in all.
    static final int MOST = 10_000;

    private static final Pattern BELONGS = Pattern.compile(
            "(partners|recipients|exchanges|agreements|policies|kamelets)/[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.yaml"
                    + "|mappings/[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.(jslt|json)"
                    + "|([A-Za-z0-9][A-Za-z0-9_-]{0,99}/)?[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.asc");

    public ConfigFiles {
        texts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /// Whether a file with this path is part of an applied state.
    public static boolean belongs(String path) {
        return BELONGS.matcher(path).matches();
    }

    /// What lies in a folder now.
    ///
    /// @throws IOException naming the file that cannot be read, is too large or is not UTF-8
    public static ConfigFiles of(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (belongs(path)) texts.put(path, text(path, file));
                if (texts.size() > MOST)
                    throw new IOException(
                            folder + " holds more than " + MOST + " files: name the right folder with --config");
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        return new ConfigFiles(texts);
    }

    private static String text(String path, Path file) throws IOException {
        if (Files.size(file) > LARGEST) throw new IOException(path + ": is larger than 1 MiB; divide it");
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new IOException(path + ": is not UTF-8; save it so", wrong);
        }
    }

    /// These files with one of them written anew.
    ///
    /// @throws IllegalArgumentException when no such file belongs to a configuration
    public ConfigFiles with(String path, String text) {
        if (!belongs(path) || text.length() > LARGEST)
            throw new IllegalArgumentException(
                    "such a file is not part of a configuration: it lies in partners, recipients, exchanges, agreements,"
                            + " policies, kamelets or mappings, and is at most 1 MiB");
        var changed = new TreeMap<>(texts);
        changed.put(path, text);
        return new ConfigFiles(changed);
    }

    /// These files with several of them written anew or, where there is no text, taken out.
    ///
    /// @throws IllegalArgumentException when one does not belong to a configuration
    public ConfigFiles with(Map<String, Optional<String>> files) {
        ConfigFiles all = this;
        for (var file : files.entrySet()) {
            all = file.getValue().isPresent()
                    ? all.with(file.getKey(), file.getValue().get())
                    : all.without(file.getKey());
        }
        return all;
    }

    /// These files without one of them.
    public ConfigFiles without(String path) {
        var changed = new TreeMap<>(texts);
        changed.remove(path);
        return new ConfigFiles(changed);
    }

    /// Writes the files below a folder, and removes those that belong to a configuration and are not among them.
    ///
    /// @throws IOException when the folder cannot be written
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String gone : of(folder).texts().keySet()) {
            if (!texts.containsKey(gone)) Files.delete(folder.resolve(gone));
        }
        for (var entry : texts.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, entry.getValue());
        }
    }

    /// What became of the files since `before`, by path.
    public List<FileChange> since(ConfigFiles before) {
        var paths = new TreeSet<>(before.texts.keySet());
        paths.addAll(texts.keySet());
        return paths.stream()
                .flatMap(path -> FileChange.between(path, before.texts.get(path), texts.get(path)).stream())
                .toList();
    }

    /// SHA-256 over paths and contents, in hexadecimal.
    public String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((path, text) -> {
                digest.update((path + "\0" + text.length() + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "ConfigFiles[" + texts.size() + "]";
    }
}
