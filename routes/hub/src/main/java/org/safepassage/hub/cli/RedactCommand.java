package org.safepassage.hub.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.policies.PixelRule;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.policies.Voice;
import org.safepassage.redact.renditions.FileRedactor;
import org.safepassage.redact.renditions.RedactedFiles;
import org.safepassage.redact.renditions.SourceFile;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.safepassage.redact.renditions.video.Silence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hub redact`: renditions of files as text, PDF, PNG and MP4, and a report, without identities or the files' names.
/// Exit code 0 when all of them could be read, 1 when one could not or is in doubt, 2 on wrong usage, in which case
/// nothing was written.
@Command(
        name = "redact",
        description =
                "Redact files by a policy: document-1.txt, .xhtml and .pdf for the first FILE (.png of a photograph,"
                        + " .mp4 of a film), and so on, with report.json."
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

    @Option(
            names = "--mute",
            split = ",",
            converter = TimeRange.class,
            paramLabel = "FROM-TO",
            description = "Times in which nothing of a film is heard, as seconds or minutes:seconds (12.5-20 or"
                    + " 1:02-1:10). For one FILE that is a film, under a policy that lets sound out; times that it does"
                    + " not have are told before it is searched.")
    private List<Silence> silences = List.of();

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
        /// @throws IOException when the extractor itself, or the file, is not available now
        /// @throws WrongUsage when the file cannot be what is wished of it, told before it is searched
        SourceFile read(Path file, Wish wish) throws IOException, WrongUsage;
    }

    /// How pixels and sound are taken.
    ///
    /// @param photographs whether images are photographs; otherwise they are papers
    /// @param layouts whether files that are bound to their layout keep it; otherwise they are set anew
    /// @param pictures how photographs and films are searched
    /// @param voice what becomes of a film's sound
    /// @param silences when nothing of it is heard
    public record Wish(
            boolean photographs, boolean layouts, PictureSettings pictures, Voice voice, List<Silence> silences) {
        public Wish {
            silences = List.copyOf(silences);
        }
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
        if (!silences.isEmpty() && files.size() > 1) {
            throw new WrongUsage("--mute tells times of one film; give one FILE, or run once for each");
        }
        Policy rules = RedactInputs.policy(policyFile);
        var redactor = new FileRedactor(rules, RedactInputs.persons(persons), classifier.detector());
        redactor.notices().forEach(notice -> err.println("person " + notice.person() + ": " + notice.problem()));
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new WrongUsage(folder + " is not a folder; give --out a folder or a name that is not there yet");
        }
        for (Path file : files) {
            refuse(file, folder);
        }
        var wish = new Wish(
                photographs, rules.scans() == PixelRule.RELEASE, faceModel.settings(), rules.voice(), silences);
        var read = new ArrayList<SourceFile>();
        for (Path file : files) {
            read.add(reading.read(file, wish));
        }
        if (!silences.isEmpty()) {
            if (!(read.getFirst() instanceof SourceFile.Film)) {
                throw MutedTimes.noFilm();
            }
            if (rules.voice() == Voice.MUTE) {
                err.println("the policy says voice: mute, so nothing of the film is heard at any time");
            }
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

    private void tell(RedactedFiles redacted) {
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            screen.println(redacted.report());
        } else {
            RedactedListing.print(redacted.report(), screen);
        }
        screen.flush();
    }
}
