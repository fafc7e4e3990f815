package org.safepassage.connectors.bundles;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.plumbing.ItemPaths;

/// What a BagIt bag (RFC 8493) says of its files: which there are and what their digests are. A bag that is
/// not complete, has a file that no manifest names, or a file with another digest is refused whole; what
/// `fetch.txt` lists elsewhere is never fetched.
///
/// For one reading of one bag.
public final class Bag {
    /// The file that makes a folder a bag.
    public static final String DECLARATION = "bagit.txt";

    /// The folder of the bag's content.
    public static final String PAYLOAD = "data/";

    private static final int LARGEST_TAG_FILE = 32 << 20;
    private static final Pattern DECLARED = Pattern.compile(
            "\uFEFF?BagIt-Version: *[01]\\.[0-9]{1,3}\\s+Tag-File-Character-Encoding: *([A-Za-z0-9._:-]{1,40})\\s*");
    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]+)[ \\t]+\\*?(.+)");
    private static final Pattern ENCODED = Pattern.compile("%(0[AaDd]|25)");

    /// Weakest first: of several manifests the strongest digest of a file counts.
    private static final List<String> ALGORITHMS = List.of("MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512");

    /// Opens a file that describes the bag, by its path in the bag.
    public interface TagFiles {
        InputStream open(String path) throws IOException;
    }

    private final Map<String, ManifestDigest> digests;

    private Bag(Map<String, ManifestDigest> digests) {
        this.digests = digests;
    }

    /// Reads a bag's declaration and manifests and compares them with the files that are there.
    ///
    /// @param paths of all files in the bag, with `/`
    /// @throws DoorProblem of kind HOSTILE when the bag is not complete or is none
    public static Bag read(Set<String> paths, TagFiles files) throws IOException {
        Charset charset = declared(files);
        var digests = new HashMap<String, ManifestDigest>();
        for (String algorithm : ALGORITHMS) {
            String file = "manifest-" + algorithm.replace("-", "").toLowerCase(Locale.ROOT) + ".txt";
            if (paths.contains(file)) {
                manifest(files, file, algorithm, charset, true, digests);
            }
            if (paths.contains("tag" + file)) {
                manifest(files, "tag" + file, algorithm, charset, false, digests);
            }
        }
        checkComplete(paths, digests.keySet());
        return new Bag(digests);
    }

    private static Charset declared(TagFiles files) throws IOException {
        try (InputStream in = files.open(DECLARATION)) {
            Matcher text = DECLARED.matcher(new String(in.readNBytes(1_000), StandardCharsets.UTF_8));
            if (text.matches() && Charset.isSupported(text.group(1))) {
                return Charset.forName(text.group(1));
            }
        }
        throw new DoorProblem(Kind.HOSTILE, "a bag's bagit.txt is not as RFC 8493 has it");
    }

    private static void manifest(
            TagFiles files,
            String file,
            String algorithm,
            Charset charset,
            boolean payload,
            Map<String, ManifestDigest> digests)
            throws IOException {
        try (InputStream in = files.open(file)) {
            byte[] bytes = in.readNBytes(LARGEST_TAG_FILE + 1);
            if (bytes.length > LARGEST_TAG_FILE) {
                throw new DoorProblem(Kind.HOSTILE, "a bag has a manifest of more than 32 MiB");
            }
            var lines = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), charset));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                Matcher entry = LINE.matcher(line);
                String path = entry.matches() ? decoded(entry.group(2)) : "";
                if (!ItemPaths.stays(path) || path.startsWith(PAYLOAD) != payload) {
                    throw new DoorProblem(
                            Kind.HOSTILE, "a bag has a manifest with a line that names no file of its own");
                }
                digests.put(ItemPaths.comparable(path), ManifestDigest.of(algorithm, entry.group(1)));
            }
        }
    }

    private static String decoded(String path) {
        String plain = path.startsWith("./") ? path.substring(2) : path;
        return ENCODED.matcher(plain)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private static void checkComplete(Set<String> paths, Set<String> named) throws DoorProblem {
        var there = new HashSet<String>();
        paths.forEach(path -> there.add(ItemPaths.comparable(path)));
        long absent = named.stream().filter(path -> !there.contains(path)).count();
        if (absent > 0) {
            throw new DoorProblem(
                    Kind.HOSTILE,
                    "a bag is not complete: " + absent + " file(s) that its manifests name are not there");
        }
        long unnamed = there.stream()
                .filter(path -> path.startsWith(PAYLOAD) && !named.contains(path))
                .count();
        if (unnamed > 0) {
            throw new DoorProblem(
                    Kind.HOSTILE, "a bag has " + unnamed + " file(s) that no manifest of a known digest names");
        }
    }

    /// Gives a file of the bag to the reader, and reads what the reader leaves, so that its digest is
    /// compared in any case. A file that describes the bag and that no manifest names is given as it is.
    ///
    /// @param path in the bag, with `/`
    /// @throws DoorProblem of kind HOSTILE when the digest is another one than the manifest's; what the
    ///     reader got must not count
    public void give(String path, Item item, InputStream in, ItemReader reader) throws IOException {
        ManifestDigest digest = digests.get(ItemPaths.comparable(path));
        if (digest == null) {
            reader.item(item, in);
            return;
        }
        try (var checked = digest.checking(in)) {
            reader.item(item, checked);
            checked.transferTo(OutputStream.nullOutputStream());
        }
    }
}
