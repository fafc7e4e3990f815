package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.secrets.SecretStore;
import org.safepassage.hub.secrets.SecretVersion;
import org.safepassage.hub.secrets.SecretVersion.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The hub's encrypted secrets: put there, exchanged with an overlap, never shown. A running hub uses what is put there
/// from the next connection on.
@Command(
        name = "secret",
        description = "Keeps secrets that configuration files refer to as ${secret:NAME}.",
        mixinStandardHelpOptions = true)
final class SecretCommand {
    private final InputStream in;

    @Spec
    private @Nullable CommandSpec spec;

    SecretCommand() {
        this(System.in);
    }

    /// @param in where a secret is read when there is no terminal
    SecretCommand(InputStream in) {
        this.in = in;
    }

    /// Puts a value there, read without echo from the terminal or from standard input.
    @Command(
            name = "set",
            description = "Puts a value there, read without echo; of a secret that is there it becomes the next.",
            mixinStandardHelpOptions = true)
    int set(
            @Parameters(paramLabel = "NAME", description = "a-z, 0-9 and hyphens") String name,
            @Mixin FolderOptions folders,
            @Option(names = "--expires", paramLabel = "DATE", description = "the last day on which it is valid")
                    @Nullable
                    LocalDate expires)
            throws IOException {
        State stands = store(folders).put(name, value(), Optional.ofNullable(expires));
        say(
                stands == State.CURRENT
                        ? name + " is used from now on"
                        : name
                                + " has a next value: try it with 'hub connector test --next-secrets', then: hub secret switch "
                                + name);
        return 0;
    }

    /// What may be known of all of them.
    @Command(name = "list", description = "Lists names, states and last days.", mixinStandardHelpOptions = true)
    int list(@Mixin FolderOptions folders, @Option(names = "--json", description = "a JSON list") boolean json)
            throws IOException {
        var mapper = new ObjectMapper();
        var answer = mapper.createArrayNode();
        store(folders)
                .list()
                .forEach((name, versions) -> versions.forEach((state, version) -> {
                    String word = state.name().toLowerCase(Locale.ROOT);
                    String expires = version.expires().map(LocalDate::toString).orElse("");
                    answer.addObject()
                            .put("name", name)
                            .put("state", word)
                            .put("since", version.since().toString())
                            .put("expires", expires);
                    if (!json) say("%-30s %-9s since %s%s".formatted(name, word, version.since(), lasts(version)));
                }));
        if (json) say(answer.toString());
        else if (answer.isEmpty()) say("there are no secrets in the store");
        return 0;
    }

    private static String lasts(SecretVersion version) {
        return version.expires().map(day -> ", valid until " + day).orElse("");
    }

    /// Uses the next value.
    @Command(
            name = "switch",
            description = "Uses the next value from now on; --back takes that back.",
            mixinStandardHelpOptions = true)
    int switchOver(
            @Parameters(paramLabel = "NAME") String name,
            @Mixin FolderOptions folders,
            @Option(names = "--back", description = "uses the previous value again") boolean back)
            throws IOException {
        if (back) store(folders).switchBack(name);
        else store(folders).switchOver(name);
        say(
                back
                        ? name + " has its previous value again"
                        : name + " has its next value; when all is well: hub secret retire " + name);
        return 0;
    }

    /// Forgets the previous value.
    @Command(name = "retire", description = "Forgets the previous value.", mixinStandardHelpOptions = true)
    int retire(@Parameters(paramLabel = "NAME") String name, @Mixin FolderOptions folders) throws IOException {
        store(folders).retire(name);
        say("the previous value of " + name + " is forgotten");
        return 0;
    }

    /// Forgets a secret.
    @Command(name = "remove", description = "Forgets a secret and all its values.", mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "NAME") String name, @Mixin FolderOptions folders) throws IOException {
        store(folders).remove(name);
        say(name + " is forgotten");
        return 0;
    }

    private static SecretStore store(FolderOptions folders) {
        var where = folders.folders();
        return new SecretStore(where.secrets(), where.secretsKeyRing(), InstantSource.system());
    }

    @SuppressWarnings("SystemConsoleNull") // absent when standard input is no terminal
    private String value() throws IOException {
        var console = System.console();
        if (console != null && console.isTerminal()) return new String(console.readPassword("value (not shown): "));
        byte[] bytes = in.readNBytes(SecretStore.LARGEST + 1);
        return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
    }

    private void say(String words) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(words);
        out.flush();
    }
}
