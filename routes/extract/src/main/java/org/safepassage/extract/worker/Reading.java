package org.safepassage.extract.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Office;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.safepassage.extract.language.LanguageDetector;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Extraction.Status;

/// What is known of one document while it is read, and in the end its extraction. Used by one thread.
final class Reading {
    private static final Set<String> PAGED_BY_PROPERTY = Set.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/msword",
            "application/vnd.oasis.opendocument.text",
            "application/rtf");

    private final TextCollector collector;
    private final Metadata metadata;
    private final boolean root;
    private final Optional<String> cutBefore;
    private MediaType type = MediaType.OCTET_STREAM;
    private Ending ending = Ending.FINE;
    private boolean unsupported;
    private PageRecognition.Found recognised = PageRecognition.Found.NOTHING;

    Reading(TextCollector collector, Metadata metadata, boolean root, Optional<String> cutBefore) {
        this.collector = collector;
        this.metadata = metadata;
        this.root = root;
        this.cutBefore = cutBefore;
    }

    TextCollector collector() {
        return collector;
    }

    Metadata metadata() {
        return metadata;
    }

    MediaType type() {
        return type;
    }

    String mediaType() {
        return type.equals(MediaType.EMPTY)
                ? "application/octet-stream"
                : type.getBaseType().toString();
    }

    boolean isRoot() {
        return root;
    }

    void typed(MediaType found) {
        type = found;
    }

    void unsupported() {
        unsupported = true;
    }

    void ended(Ending how) {
        ending = how;
    }

    void recognised(PageRecognition.Found found) {
        recognised = found;
    }

    Extraction extraction(LanguageDetector languages, Optional<String> cut, int children) {
        List<PageText> pages = new ArrayList<>(MailHeaders.before(type, metadata));
        pages.addAll(HiddenMarkup.title(type, metadata));
        pages.addAll(recognised.pages().isEmpty() ? collector.pages() : recognised.pages());
        var assembly = new Assembly(languages, pages);
        Ending how = conclude(assembly.text().isEmpty(), cut.equals(cutBefore) ? Optional.empty() : cut, children);
        return new Extraction(
                how.status(),
                how.reason(),
                mediaType(),
                pageCount(),
                assembly.languages(),
                assembly.text(),
                assembly.passages(),
                Facts.of(metadata),
                List.of());
    }

    private Ending conclude(boolean blank, Optional<String> cut, int children) {
        if (ending.status() == Status.CORRUPT && (!blank || children > 0)) {
            return new Ending(Status.PARTIAL, ending.reason());
        }
        if (ending.status() != Status.OK) {
            return ending;
        }
        if (cut.isPresent()) {
            return new Ending(Status.PARTIAL, cut.get());
        }
        Optional<String> unread = unreadMembers();
        if (unread.isPresent()) {
            return new Ending(
                    children > 0 || !encrypted(unread.get()) ? Status.PARTIAL : Status.ENCRYPTED, unread.get());
        }
        if (!recognised.missing().isEmpty()) {
            return new Ending(blank ? Status.NO_TEXT : Status.PARTIAL, recognised.missing());
        }
        if (!blank) {
            return Ending.FINE;
        }
        if (unsupported) {
            return new Ending(Status.NO_TEXT, "unsupported-format");
        }
        String kind = Pictures.withoutText(type);
        if (!kind.isEmpty()) {
            return new Ending(Status.NO_TEXT, kind);
        }
        // An archive has no text of its own, and all of it was read.
        return children > 0 ? Ending.FINE : new Ending(Status.NO_TEXT, "blank");
    }

    /// Tika leaves out members of an archive that it cannot open, and only notes it.
    private Optional<String> unreadMembers() {
        String[] notes = metadata.getValues(TikaCoreProperties.TIKA_META_EXCEPTION_EMBEDDED_STREAM);
        if (notes.length == 0) {
            return Optional.empty();
        }
        boolean password = Arrays.stream(notes).anyMatch(note -> note.contains("EncryptedDocumentException"));
        return Optional.of(password ? "password: some members" : "damaged: some members");
    }

    private static boolean encrypted(String reason) {
        return reason.startsWith("password");
    }

    private int pageCount() {
        if (recognised.pageCount() > 0) {
            return recognised.pageCount();
        }
        if (collector.pageCount() > 0 && type.getBaseType().equals(MediaType.application("pdf"))) {
            return collector.pageCount();
        }
        if (PAGED_BY_PROPERTY.contains(mediaType())) {
            Integer pages = metadata.getInt(PagedText.N_PAGES);
            Integer counted = pages == null ? metadata.getInt(Office.PAGE_COUNT) : pages;
            return counted == null ? 0 : Math.max(0, counted);
        }
        return 0;
    }
}
