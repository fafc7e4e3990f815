package org.safepassage.hub.revisions;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.safepassage.hub.configuration.AppliedState;
import org.safepassage.hub.configuration.ConfigProblem;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.ledger.States;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Changes the configuration of a running hub: the whole is checked before anything changes, and either the
/// new state runs and is written down, or the old one goes on. One change after the other; safe for several
/// threads.
public final class ConfigChanges {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigChanges.class);

    private final ConfigBook book;
    private final Revisions revisions;
    private final RunningConfiguration running;
    private final States states;
    private final Takeover takeover;
    private final TransactionTemplate transaction;
    private int number;
    private int refused;

    /// @param book reads states
    /// @param revisions every applied state
    /// @param running what the hub works by
    /// @param states tell which exchanges have case files under way
    /// @param takeover brings a state about
    /// @param transaction of the ledger
    public ConfigChanges(
            ConfigBook book,
            Revisions revisions,
            RunningConfiguration running,
            States states,
            Takeover takeover,
            TransactionTemplate transaction) {
        this.book = book;
        this.revisions = revisions;
        this.running = running;
        this.states = states;
        this.takeover = takeover;
        this.transaction = transaction;
        this.number = revisions.last().map(Revision::number).orElse(0);
    }

    /// What came of a change.
    public sealed interface Result {
        /// @param changes against the state before
        record Applied(Revision revision, List<FileChange> changes) implements Result {}

        /// The state that runs has these files already.
        record Unchanged() implements Result {}

        /// @param problems for which nothing changed
        record Refused(List<ConfigProblem> problems) implements Result {}
    }

    /// Applies what lies in the configuration folder.
    public synchronized Result apply(String who, String why) throws IOException {
        return change(book.written(), who, why, "files");
    }

    /// Applies what is running with one file written anew, or, when `text` is empty, without it.
    ///
    /// @throws IllegalArgumentException when no such file belongs to a configuration
    public Result edit(String path, Optional<String> text, String who, String why) throws IOException {
        return edit(Map.of(path, text), who, why);
    }

    /// As [#edit(String, Optional, String, String)], for several files in one revision.
    public synchronized Result edit(Map<String, Optional<String>> files, String who, String why) throws IOException {
        return change(book.applied().with(files), who, why, "edit");
    }

    /// What an edit would come to.
    ///
    /// @param changes against what runs
    /// @param problems for which it would be refused
    public record Prospect(List<FileChange> changes, List<ConfigProblem> problems) {
        public Prospect {
            changes = List.copyOf(changes);
            problems = List.copyOf(problems);
        }
    }

    /// Checks an edit and changes nothing.
    public synchronized Prospect prospect(Map<String, Optional<String>> files) throws IOException {
        ConfigFiles applied = book.applied();
        ConfigFiles edited = applied.with(files);
        var problems = book.problems(edited);
        book.forget(edited);
        return new Prospect(edited.since(applied), problems);
    }

    /// The configuration that an edit would make, for trying a door before it is applied; nothing when it is unsound in
    /// itself, which [#prospect] tells. Call [#forget] when the door was tried.
    public synchronized Optional<Configuration> read(Map<String, Optional<String>> files) throws IOException {
        return book.read(book.applied().with(files));
    }

    /// Removes what [#read] has laid down.
    public synchronized void forget(Map<String, Optional<String>> files) throws IOException {
        book.forget(book.applied().with(files));
    }

    /// Applies an earlier revision again, as a new one.
    ///
    /// @throws java.util.NoSuchElementException when there is no such revision
    public synchronized Result rollback(int number, String who, String why) throws IOException {
        return change(revisions.files(number), who, why, "revision " + number);
    }

    /// What applying the files would change.
    public List<FileChange> difference() throws IOException {
        return book.written().since(book.applied());
    }

    /// The files that the hub works by, as they were written.
    public ConfigFiles applied() {
        return book.applied();
    }

    /// Works by what another hub on this ledger has applied since, if one has. One that this hub cannot
    /// work by is told once, and the one before goes on.
    ///
    /// @return whether another state was taken over
    public synchronized boolean follow() throws IOException {
        var last = revisions.last().filter(newer -> newer.number() > Math.max(number, refused));
        if (last.isEmpty()) return false;
        try {
            bringAbout(
                    running.state(), book.loadOrThrow(revisions.files(last.get().number())));
        } catch (UnsoundConfiguration | IllegalStateException unusable) {
            refused = last.get().number();
            throw unusable;
        }
        number = last.get().number();
        LOG.info(
                "configuration revision={} of {} taken over from another hub",
                number,
                last.get().who());
        return true;
    }

    private Result change(ConfigFiles files, String who, String why, String origin) throws IOException {
        follow();
        ConfigFiles before = book.applied();
        var changes = files.since(before);
        if (changes.isEmpty()) return new Result.Unchanged();
        var problems = book.problems(files);
        if (!problems.isEmpty()) {
            book.forget(files);
            return new Result.Refused(problems);
        }
        AppliedState now = running.state();
        AppliedState next = book.loadOrThrow(files);
        var underWay = underWay(now.configuration(), next.configuration());
        if (!underWay.isEmpty()) return new Result.Refused(underWay);
        Revision revision = java.util.Objects.requireNonNull(transaction.execute(tx -> {
            var added = revisions.add(who, why, origin, files);
            bringAbout(now, next);
            return added;
        }));
        number = revision.number();
        LOG.info("configuration revision={} applied by {}: {} file(s) changed", revision.number(), who, changes.size());
        return new Result.Applied(revision, changes);
    }

    /// Inside the transaction: a state that cannot be brought about is not written down.
    private void bringAbout(AppliedState now, AppliedState next) {
        try {
            takeover.take(now, next);
        } catch (Exception failed) {
            LOG.error("the new configuration could not be brought about; the one before goes on", failed);
            try {
                takeover.take(next, now);
            } catch (Exception again) {
                failed.addSuppressed(again);
            }
            throw new IllegalStateException(
                    "the new configuration could not be brought about, the one before goes on; see logs/hub.log",
                    failed);
        }
    }

    /// Case files under way would lose their way with their exchange.
    private List<ConfigProblem> underWay(Configuration now, Configuration next) {
        Map<String, Long> open = new TreeMap<>(states.unfinished());
        open.keySet().retainAll(now.exchanges().keySet());
        open.keySet().removeAll(next.exchanges().keySet());
        return open.entrySet().stream()
                .map(
                        entry -> new ConfigProblem(
                                "exchanges/" + entry.getKey() + ".yaml",
                                0,
                                "",
                                "cannot be taken out while " + entry.getValue()
                                        + " case file(s) are under way or held in it; take its schedule out and clear them first"))
                .toList();
    }
}
