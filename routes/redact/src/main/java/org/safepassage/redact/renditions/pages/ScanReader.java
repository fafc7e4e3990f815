package org.safepassage.redact.renditions.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.redact.apart.Answer;
import org.safepassage.redact.apart.Children;
import org.safepassage.redact.apart.Job;
import org.safepassage.redact.apart.Trouble;
import org.safepassage.schemas.Content;

/// Reads a scan once for all recipients: each page is drawn in a child JVM and its words are located. What this says
/// of doubts holds for everybody, since hiding words can only lessen what nobody read. Thread-safe.
public final class ScanReader {
    /// A scan of more pages is held: the exit check recognises only so many.
    public static final int MOST_PAGES = 100;

    /// More unread ink than this share, and a person has to look at the page.
    private static final double MOST_UNREAD = 0.35;

    private static final Pattern DRAWN = Pattern.compile("ok (\\d{1,6})");

    private final Children children;
    private final PrintReader reader;

    /// @param children of [ScanTask]
    /// @param reader of print
    public ScanReader(Children children, PrintReader reader) {
        this.children = children;
        this.reader = reader;
    }

    /// What came of a scan.
    public sealed interface Result {
        /// Every page was read.
        record Read(List<ScanPage> pages) implements Result {
            public Read {
                pages = List.copyOf(pages);
            }
        }

        /// A person has to look at it.
        ///
        /// @param page from 1; 0 for the whole file
        record Held(int page, ScanDoubt doubt) implements Result {}
    }

    /// Keeps the pixels of a page until it is painted.
    @FunctionalInterface
    public interface Keeping {
        /// @param packed at most a few megabytes
        /// @return where they are kept
        /// @throws IOException when there is no room
        String keep(byte[] packed) throws IOException;
    }

    /// Reads all pages.
    ///
    /// @param original PDF, TIFF, JPEG or PNG
    /// @throws IOException when the file cannot be read now, the pages cannot be kept, or there is no child: try
    ///     again
    public Result read(Content original, Keeping keeping) throws IOException {
        try (Job job = children.open()) {
            return read(job, original, keeping);
        }
    }

    Result read(Job job, Content original, Keeping keeping) throws IOException {
        if (!reader.isReady()) {
            return new Result.Held(0, ScanDoubt.OCR_MISSING);
        }
        try (InputStream in = original.open()) {
            Files.copy(in, job.folder().resolve(ScanTask.INPUT));
        }
        var pages = new ArrayList<ScanPage>();
        int shown = 0;
        int count = 1;
        for (int page = 1; page <= count; page++) {
            String answer = draw(job, page);
            Matcher drawn = DRAWN.matcher(answer);
            if (!drawn.matches()) {
                return new Result.Held(page, doubt(answer));
            }
            count = Integer.parseInt(drawn.group(1));
            if (count < 1 || count > MOST_PAGES) {
                return new Result.Held(0, count < 1 ? ScanDoubt.DAMAGED : ScanDoubt.TOO_MANY_PAGES);
            }
            var file = job.folder().resolve(ScanTask.OUTPUT);
            Optional<List<Word>> words = reader.words(file);
            if (words.isEmpty()) {
                return new Result.Held(page, ScanDoubt.OCR_FAILED);
            }
            var picture = PagePicture.read(file);
            var painted = new Painting(picture).paint(words.get(), new BitSet());
            if (painted.unread() > MOST_UNREAD) {
                return new Result.Held(page, ScanDoubt.UNREAD_INK);
            }
            shown += painted.shown().cardinality();
            pages.add(new ScanPage(keeping.keep(picture.packed()), words.get()));
            Files.delete(file);
        }
        return shown == 0 ? new Result.Held(0, ScanDoubt.UNREAD_INK) : new Result.Read(pages);
    }

    private static String draw(Job job, int page) throws IOException {
        return switch (job.run(Integer.toString(page).getBytes(StandardCharsets.US_ASCII))) {
            case Answer.Done(byte[] reply) -> new String(reply, StandardCharsets.US_ASCII);
            case Answer.Stopped(Trouble trouble) -> trouble.name();
        };
    }

    private static ScanDoubt doubt(String answer) {
        return switch (answer) {
            case "encrypted" -> ScanDoubt.ENCRYPTED;
            case "too-large" -> ScanDoubt.TOO_LARGE;
            case "unsupported" -> ScanDoubt.UNSUPPORTED;
            case "CPU_TIME", "WALL_CLOCK" -> ScanDoubt.TIMEOUT;
            case "CRASHED", "OUT_OF_MEMORY", "FAILED", "PROTOCOL" -> ScanDoubt.CRASHED;
            default -> ScanDoubt.DAMAGED;
        };
    }
}
