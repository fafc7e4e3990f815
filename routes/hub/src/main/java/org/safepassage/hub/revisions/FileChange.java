package org.safepassage.hub.revisions;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of one file between two states.
///
/// @param path below the configuration folder
/// @param kind `added`, `removed` or `changed`
/// @param lines the difference in the unified form, three lines of context, without the two lines of its head
public record FileChange(String path, String kind, List<String> lines) {
    private static final int CONTEXT = 3;

    public FileChange {
        lines = List.copyOf(lines);
    }

    static Optional<FileChange> between(String path, @Nullable String before, @Nullable String after) {
        if (Objects.equals(before, after)) return Optional.empty();
        String kind = before == null ? "added" : after == null ? "removed" : "changed";
        List<String> old = lines(before);
        var patch = DiffUtils.diff(old, lines(after));
        var unified = UnifiedDiffUtils.generateUnifiedDiff(path, path, old, patch, CONTEXT);
        return Optional.of(new FileChange(path, kind, unified.stream().skip(2).toList()));
    }

    private static List<String> lines(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }
}
