package org.safepassage.release.consignments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A BagIt manifest: a digest, two spaces and a path on each line (RFC 8493, 2.1.3), which is what `sha256sum -c`
/// reads. Ours is sorted by path and ends in a line feed.
final class Manifest {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) {2}(.+)");

    private Manifest() {}

    static String write(Collection<BagFile> files) {
        var text = new StringBuilder();
        files.stream()
                .sorted(Comparator.comparing(BagFile::path))
                .forEach(file -> text.append(file.sha256())
                        .append("  ")
                        .append(file.path())
                        .append('\n'));
        return text.toString();
    }

    /// Digests by path; tells of every line that is not as written above.
    static Map<String, String> read(String text, Consumer<String> problems) {
        var digests = new TreeMap<String, String>();
        if (!text.endsWith("\n")) {
            problems.accept("does not end in a line feed");
        }
        var paths = new ArrayList<String>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Matcher matcher = LINE.matcher(line);
            if (line.isEmpty() && number > paths.size()) {
                continue;
            }
            if (!matcher.matches() || !BagPath.isValid(matcher.group(2))) {
                problems.accept("line " + number + " is not a digest, two spaces and a path");
            } else if (digests.put(matcher.group(2), matcher.group(1)) != null) {
                problems.accept("line " + number + " lists a path again");
            } else {
                paths.add(matcher.group(2));
            }
        }
        if (!paths.equals(List.copyOf(digests.keySet()))) {
            problems.accept("is not sorted by path");
        }
        return digests;
    }
}
