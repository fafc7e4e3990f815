package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.policies.PolicyInvalid;
import org.safepassage.redact.renditions.FileRedactor;
import org.safepassage.redact.renditions.KnownPersons;
import org.safepassage.redact.renditions.RedactedFiles;
import org.safepassage.redact.renditions.SourceFile;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.safepassage.schemas.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hub redact`: renditions of files as text, PDF and PNG, and a report, without identities or the files' names. Exit
/// code 0 when all of them could be read, 1 when one could not or is in doubt, 2 on wrong usage, in which case nothing
/// was written.
@Command(
        name = "redact",
        description =
                "Redact files by a policy: document-1.txt and .pdf for the first FILE, and so on, with report.json."
                        + " A scan's pages are painted anew. Look at each picture before you pass it on.",
        mixinStandardHelpOptions = true)
public final class RedactCommand implements Callable<Integer> {
    private final Reading reading;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--policy", required = true, paramLabel = "FILE", description = "The redaction policy (YAML).")
    private @Nullable Path policy;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where the renditions go; created when it is not there.")
    private @Nullable Path out;

    @Option(
            names = "--persons",
            paramLabel = "FILE",
            description = "Known identities: a JSON array of {\"id\",\"name\",\"role\"?}.")
    private @Nullable Path persons;

    @Option(
            names = "--photographs",
            description = "Images are photographs, of which faces and words are covered (document-1.png); otherwise"
                    + " they are papers, of which only print that was read surely is shown.")
    private boolean photographs;

    @Mixin
    private final ClassifierOption classifier = new ClassifierOption();

    @Mixin
    private final FaceModelOption faceModel = new FaceModelOption();

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Documents to redact.")
    private List<Path> files = List.of();

    /// The extractor, as this command needs it. Closed by whoever made it.
    public interface Reading {
        /// Reads a file.
        ///
        /// @param photographs how images are searched as photographs; when absent they are papers
        /// @throws IOException when the extractor itself, or the file, is not available now
        SourceFile read(Path file, Optional<PictureSettings> photographs) throws IOException;
    }

    /// @param reading the extractor
    public RedactCommand(Reading reading) {
        this.reading = reading;
    }

    @Override
    public Integer call() {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        try {
            return redact(Objects.requireNonNull(policy), Objects.requireNonNull(out), err);
        } catch (WrongUsage e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println(Reason.of(e));
        } finally {
            err.flush();
        }
        return 2;
    }

    private int redact(Path policyFile, Path folder, PrintWriter err) throws IOException, WrongUsage {
        var redactor = new FileRedactor(policy(policyFile), known(), classifier.detector());
        redactor.notices().forEach(notice -> err.println("person " + notice.person() + ": " + notice.problem()));
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new WrongUsage(folder + " is not a folder; give --out a folder or a name that is not there yet");
        }
        for (Path file : files) {
            refuse(file, folder);
        }
        Optional<PictureSettings> asPhotographs = photographs ? Optional.of(faceModel.settings()) : Optional.empty();
        var read = new ArrayList<SourceFile>();
        for (Path file : files) {
            read.add(reading.read(file, asPhotographs));
        }
        RedactedFiles redacted = redactor.redact(read);
        redacted.writeTo(folder);
        tell(redacted);
        return redacted.unread() ? 1 : 0;
    }

    /// A source is never overwritten by what is made of it.
    private static void refuse(Path file, Path folder) throws IOException, WrongUsage {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new WrongUsage("no such file, or not a readable one: " + file);
        }
        Path name = file.getFileName();
        Path parent = file.toAbsolutePath().getParent();
        if (name != null
                && parent != null
                && RedactedFiles.isOwnName(name.toString())
                && Files.isDirectory(folder)
                && Files.isSameFile(parent, folder)) {
            throw new WrongUsage(file + " would be overwritten by a rendition; give --out another folder");
        }
    }

    private static Policy policy(Path file) throws IOException, WrongUsage {
        try {
            return Policies.read(file);
        } catch (PolicyInvalid e) {
            throw new WrongUsage(e.getMessage() == null ? "unusable policy" : e.getMessage());
        } catch (IOException e) {
            throw unreadable("policy", file, e);
        }
    }

    private List<Person> known() throws WrongUsage {
        Path file = persons;
        if (file == null) {
            return List.of();
        }
        try {
            return KnownPersons.parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (KnownPersons.Unusable e) {
            throw new WrongUsage(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw unreadable("persons", file, e);
        }
    }

    private static WrongUsage unreadable(String what, Path file, IOException why) {
        return new WrongUsage("cannot read the " + what + " file " + file + ": "
                + switch (why) {
                    case NoSuchFileException missing -> "there is no such file";
                    case CharacterCodingException notUtf8 -> "it is not UTF-8 text";
                    default -> why.getClass().getSimpleName();
                });
    }

    private void tell(RedactedFiles redacted) {
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            screen.println(redacted.report());
        } else {
            redacted.report()
                    .path("documents")
                    .forEach(row -> screen.println(row.path("source").asText() + " "
                            + row.path("document").asText() + " "
                            + row.path("status").asText()));
            redacted.report()
                    .path("pictures")
                    .forEach(row -> screen.println(row.path("source").asText() + " "
                            + row.path("picture").asText() + " "
                            + row.path("status").asText() + " "
                            + row.path("regions").size() + " regions covered" + doubts(row.path("doubts"))));
            redacted.report()
                    .path("withheld")
                    .forEach(row -> screen.println(row.path("source").asText() + " withheld "
                            + row.path("reason").asText()));
        }
        screen.flush();
    }

    private static String doubts(JsonNode doubts) {
        return doubts.isEmpty()
                ? ""
                : ", in doubt: "
                        + doubts.valueStream()
                                .map(doubt ->
                                        doubt.asText().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining(", "));
    }

    private static final class WrongUsage extends Exception {
        WrongUsage(String problem) {
            super(problem);
        }
    }
}
