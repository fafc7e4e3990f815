package org.safepassage.hub.revisions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.safepassage.hub.configuration.AppliedState;
import org.safepassage.hub.configuration.ConfigCheck;
import org.safepassage.hub.configuration.ConfigProblem;
import org.safepassage.hub.configuration.ConfigReader;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.configuration.Settings;
import org.safepassage.hub.secrets.SecretReferences;
import org.safepassage.redact.policies.PolicyInvalid;
import org.safepassage.release.agreements.InvalidAgreementsException;

/// Reads states of the configuration: what an operator has written in the configuration folder, and copies of what was
/// applied, from which the hub works, so that a half-written file there disturbs nobody. Not thread-safe:
/// [ConfigChanges] lets one after the other in.
public final class ConfigBook {
    private final Path folder;
    private final Path copies;
    private final Settings settings;
    private final Map<String, String> environment;
    private final SecretReferences secrets;
    private final Revisions revisions;

    /// @param folder what an operator edits
    /// @param copies where the files of applied states lie
    /// @param settings of this hub
    /// @param environment where `${NAME}` is looked up
    /// @param secrets where `${secret:NAME}` is
    /// @param revisions every applied state
    public ConfigBook(
            Path folder,
            Path copies,
            Settings settings,
            Map<String, String> environment,
            SecretReferences secrets,
            Revisions revisions) {
        this.folder = folder;
        this.copies = copies;
        this.settings = settings;
        this.environment = Map.copyOf(environment);
        this.secrets = secrets;
        this.revisions = revisions;
    }

    /// Whether states were applied by a hub with these copies, so that it can start though the files are unsound.
    public static boolean hasCopies(Path copies) throws IOException {
        if (!Files.isDirectory(copies)) return false;
        try (Stream<Path> all = Files.list(copies)) {
            return all.findAny().isPresent();
        }
    }

    /// The state to start with: the one applied last. The first start applies the files, and so does one that was told
    /// to.
    ///
    /// @param who starts
    /// @param apply why the files are to be applied at this start; empty when the last state is to be kept
    /// @throws UnsoundConfiguration when it cannot be used
    public AppliedState open(String who, Optional<String> apply) throws IOException {
        var last = revisions.last();
        if (last.isPresent() && apply.isEmpty()) {
            return loadOrThrow(revisions.files(last.get().number()));
        }
        ConfigFiles files = written();
        AppliedState state = last.isPresent() ? checkedOrThrow(files) : loadOrThrow(files);
        if (last.isEmpty() || !last.get().digest().equals(files.digest())) {
            revisions.add(who, apply.orElse("first start"), "files", files);
        }
        return state;
    }

    /// The files as an operator has written them.
    public ConfigFiles written() throws IOException {
        return ConfigFiles.of(folder);
    }

    /// The files of the state applied last; none before the first.
    public ConfigFiles applied() {
        return revisions
                .last()
                .map(last -> revisions.files(last.number()))
                .orElse(new ConfigFiles(new java.util.TreeMap<>()));
    }

    /// Everything that is wrong with these files, checked as `config check` does.
    List<ConfigProblem> problems(ConfigFiles files) throws IOException {
        return new ConfigCheck(environment, secrets).problems(copy(files), settings);
    }

    /// Removes the copy of files that were only looked at: those of every revision stay.
    void forget(ConfigFiles files) throws IOException {
        String digest = files.digest();
        Path copy = copies.resolve(digest.substring(0, 16));
        if (!Files.isDirectory(copy)
                || revisions.all().stream()
                        .anyMatch(revision -> revision.digest().equals(digest))) return;
        try (Stream<Path> all = Files.walk(copy)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    /// The configuration that these files make; nothing when they are unsound in themselves.
    Optional<Configuration> read(ConfigFiles files) throws IOException {
        return new ConfigReader(environment).read(copy(files), settings) instanceof ConfigReader.Result.Sound sound
                ? Optional.of(sound.configuration())
                : Optional.empty();
    }

    /// The state that these files make.
    ///
    /// @throws UnsoundConfiguration when they cannot be used
    AppliedState loadOrThrow(ConfigFiles files) throws IOException {
        Path copy = copy(files);
        return switch (new ConfigReader(environment).read(copy, settings)) {
            case ConfigReader.Result.Unsound unsound -> throw new UnsoundConfiguration(unsound.problems());
            case ConfigReader.Result.Sound sound -> {
                try {
                    yield AppliedState.load(sound.configuration());
                } catch (IOException | PolicyInvalid | InvalidAgreementsException | IllegalArgumentException wrong) {
                    throw new UnsoundConfiguration(
                            List.of(new ConfigProblem("", 0, "", String.valueOf(wrong.getMessage()))));
                }
            }
        };
    }

    private AppliedState checkedOrThrow(ConfigFiles files) throws IOException {
        var problems = problems(files);
        if (!problems.isEmpty()) throw new UnsoundConfiguration(problems);
        return loadOrThrow(files);
    }

    /// A copy has the name of its digest, so a state that comes again finds its own.
    private Path copy(ConfigFiles files) throws IOException {
        Path copy = copies.resolve(files.digest().substring(0, 16));
        files.writeTo(copy);
        return copy;
    }
}
