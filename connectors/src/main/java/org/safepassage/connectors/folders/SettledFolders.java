package org.safepassage.connectors.folders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// Leaves out cases that are still being uploaded. A case whose newest file is old enough is taken at once; a
/// fresher one is looked at a second time at the end of the listing, after the settling time, and is taken
/// when nothing changed in between. So a server whose clock is ahead delays a case but never hides it.
final class SettledFolders implements Iterator<SharedCase> {
    private static final int MOST_WAITING = 10_000;

    private record Waiting(String name, String fingerprint, Instant seen) {}

    private final Iterator<CaseFolders.Listed> listed;
    private final CaseFolders folders;
    private final Duration settle;
    private final InstantSource clock;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private @Nullable SharedCase next;

    SettledFolders(Iterator<CaseFolders.Listed> listed, CaseFolders folders, int settleSeconds, InstantSource clock) {
        this.listed = listed;
        this.folders = folders;
        this.settle = Duration.ofSeconds(settleSeconds);
        this.clock = clock;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && (listed.hasNext() || !waiting.isEmpty())) {
                next = (listed.hasNext() ? first(listed.next().name()) : second(waiting.remove())).orElse(null);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return next != null;
    }

    @Override
    public SharedCase next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no further case");
        }
        SharedCase given = Objects.requireNonNull(next);
        next = null;
        return given;
    }

    private Optional<SharedCase> first(String name) throws IOException {
        Optional<SharedCase> folder = folders.look(name);
        Instant now = clock.instant();
        boolean settled =
                folder.isPresent() && !folder.get().newest().plus(settle).isAfter(now);
        if (folder.isEmpty() || settled || settle.isZero()) {
            return folder;
        }
        if (waiting.size() < MOST_WAITING) {
            waiting.add(new Waiting(name, folder.get().fingerprint(), now));
        }
        return Optional.empty();
    }

    private Optional<SharedCase> second(Waiting before) throws IOException {
        Duration left = Duration.between(clock.instant(), before.seen().plus(settle));
        try {
            if (left.isPositive()) {
                Thread.sleep(left.compareTo(settle) > 0 ? settle : left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DoorProblem(Kind.CUT, "listing was stopped from this side", stopped);
        }
        return folders.look(before.name()).filter(folder -> folder.fingerprint().equals(before.fingerprint()));
    }
}
