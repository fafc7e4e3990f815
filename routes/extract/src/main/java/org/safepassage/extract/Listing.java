package org.safepassage.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Extraction.Status;

/// What `hub extract FILE…` prints: JSON Lines, one object a file in the order of the files, with everything that is
/// embedded in it. Used by one thread; extracts as many files at a time as there are workers.
public final class Listing {
    private static final Set<Status> READ = EnumSet.of(Status.OK, Status.PARTIAL, Status.NO_TEXT);

    private final ExtractorPool pool;
    private final int workers;
    private final boolean details;
    private final JsonMapper mapper = new JsonMapper();

    /// @param pool that extracts; stays open
    /// @param workers files under way at the same time
    /// @param details whether `metadata` and `passages` are printed too
    public Listing(ExtractorPool pool, int workers, boolean details) {
        this.pool = pool;
        this.workers = workers;
        this.details = details;
    }

    /// The files named, and those in the folders named, each folder's sorted by path.
    ///
    /// @throws IOException when a path is missing or cannot be read; the message is that path
    public static List<Path> files(List<Path> named) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (!Files.isReadable(path)) {
                throw new IOException(path.toString());
            }
            if (Files.isDirectory(path)) {
                try (Stream<Path> walked = Files.walk(path)) {
                    walked.filter(Files::isRegularFile).sorted().forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }

    /// Prints one line a file.
    ///
    /// @return 0 when every file is `ok`, `partial` or `no-text`; 1 when one is not; 2 when one could not be read
    public int print(List<Path> files, PrintWriter out, PrintWriter err) {
        int exit = 0;
        Deque<Future<Line>> underWay = new ArrayDeque<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            for (Path file : files) {
                underWay.add(threads.submit(() -> line(file)));
                if (underWay.size() > 2 * workers) {
                    exit = Math.max(exit, printed(underWay.remove(), out, err));
                }
            }
            while (!underWay.isEmpty()) {
                exit = Math.max(exit, printed(underWay.remove(), out, err));
            }
        }
        return exit;
    }

    private record Line(String json, int exit) {}

    private static int printed(Future<Line> done, PrintWriter out, PrintWriter err) {
        try {
            Line line = done.get();
            (line.exit() == 2 ? err : out).println(line.json());
            out.flush();
            return line.exit();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("extraction failed", failed.getCause());
        }
    }

    private Line line(Path file) throws JsonProcessingException {
        try {
            String digest = digest(file);
            Path name = file.getFileName();
            Extraction read = pool.extract(Content.ofFile(file), name == null ? "" : name.toString());
            ObjectNode json =
                    mapper.createObjectNode().put("path", file.toString()).put("sha256", digest);
            return new Line(mapper.writeValueAsString(fill(json, read)), READ.contains(read.status()) ? 0 : 1);
        } catch (IOException unreadable) {
            return new Line("cannot read " + file, 2);
        }
    }

    private ObjectNode fill(ObjectNode json, Extraction read) {
        json.put("mediaType", read.mediaType());
        json.set("status", mapper.valueToTree(read.status()));
        json.put("reason", read.reason()).put("pages", read.pages());
        json.set("languages", mapper.valueToTree(read.languages()));
        json.put("text", read.text());
        if (details) {
            json.set("metadata", mapper.valueToTree(read.metadata()));
            json.set("passages", mapper.valueToTree(read.passages()));
        }
        ArrayNode embedded = json.putArray("embedded");
        for (Extraction.Embedded inside : read.embedded()) {
            embedded.add(fill(mapper.createObjectNode().put("path", inside.path()), inside.extraction()));
        }
        return json;
    }

    private static String digest(Path file) throws IOException {
        try (var bytes = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
