package org.safepassage.connectors.sftp;

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

/// Leaves out folders that are still being uploaded. A folder whose newest file is old enough is taken at once; a
/// fresher one is looked at a second time at the end of the listing, after the settling time, and is taken when
/// nothing changed in between. So a server whose clock is ahead delays a folder but never hides it.
final class SettledFolders implements Iterator<CaseFolder> {
    private static final int MOST_WAITING = 10_000;

    private record Waiting(String name, String fingerprint, Instant seen) {}

    private final Iterator<CaseFolders.Listed> listed;
    private final CaseFolders folders;
    private final Duration settle;
    private final InstantSource clock;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private @Nullable CaseFolder next;

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
        } catch (DoorProblem problem) {
            throw new UncheckedIOException(problem);
        }
        return next != null;
    }

    @Override
    public CaseFolder next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no further case folder");
        }
        CaseFolder given = Objects.requireNonNull(next);
        next = null;
        return given;
    }

    private Optional<CaseFolder> first(String name) throws DoorProblem {
        Optional<CaseFolder> folder = folders.look(name);
        Instant now = clock.instant();
        boolean settled = folder.isPresent()
                && !Instant.ofEpochSecond(folder.get().newest()).plus(settle).isAfter(now);
        if (folder.isEmpty() || settled || settle.isZero()) {
            return folder;
        }
        if (waiting.size() < MOST_WAITING) {
            waiting.add(new Waiting(name, folder.get().fingerprint(), now));
        }
        return Optional.empty();
    }

    private Optional<CaseFolder> second(Waiting before) throws DoorProblem {
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
