package org.safepassage.redact.renditions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.renditions.pages.ScanDoubt;
import org.safepassage.redact.renditions.pages.ScanPage;
import org.safepassage.redact.renditions.pages.ScanReader;
import org.safepassage.redact.renditions.pages.ScanTexts;
import org.safepassage.redact.renditions.pictures.PictureResult;
import org.safepassage.redact.renditions.pictures.Refusal;
import org.safepassage.redact.renditions.video.VideoRefusal;
import org.safepassage.redact.renditions.video.VideoResult;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Mention;

/// One file as it was read: itself first, then everything embedded in it, at any depth, in order; of a scan its pages
/// too.
record ReadFile(int number, List<Extraction> all, SourceFile source) {
    private static final Set<Extraction.Status> UNREAD = EnumSet.of(
            Extraction.Status.ENCRYPTED,
            Extraction.Status.CORRUPT,
            Extraction.Status.TIMEOUT,
            Extraction.Status.CRASHED,
            Extraction.Status.TOO_LARGE);
    /// Parameters of a media type are the document's own words and are cut.
    private static final Pattern MEDIA_TYPE = Pattern.compile("([a-z]+/[a-z0-9.+-]{1,100})( *;.*)?");

    static ReadFile of(int number, SourceFile source) {
        var all = new ArrayList<Extraction>();
        add(source.extraction(), all);
        return new ReadFile(number, List.copyOf(all), source);
    }

    private static void add(Extraction extraction, List<Extraction> all) {
        all.add(extraction);
        extraction.embedded().forEach(embedded -> add(embedded.extraction(), all));
    }

    Extraction own() {
        return all.getFirst();
    }

    String mediaType() {
        var matcher = MEDIA_TYPE.matcher(own().mediaType());
        return matcher.matches() ? matcher.group(1) : "application/octet-stream";
    }

    /// Language of the file's own text.
    String language() {
        return language(own());
    }

    /// The texts in which to search.
    List<CaseText> texts() {
        var texts = new ArrayList<CaseText>();
        for (Extraction extraction : all) {
            texts.add(new CaseText("source-" + number + "." + texts.size(), extraction.text(), language(extraction)));
        }
        for (ScanPage page : pages()) {
            texts.add(new CaseText("source-" + number + "." + texts.size(), page.text(), language()));
        }
        return texts;
    }

    boolean isScan() {
        return source instanceof SourceFile.Scan;
    }

    /// The pages of a scan that could be read.
    List<ScanPage> pages() {
        return source instanceof SourceFile.Scan(var extraction, ScanReader.Result.Read(var pages), var kept)
                ? pages
                : List.of();
    }

    /// The mentions on these pages, given those in each of [#texts].
    List<List<Mention>> onPages(List<List<Mention>> mentions) {
        return mentions.subList(all.size(), mentions.size());
    }

    /// What a rendition is made of, given the mentions in each of [#texts].
    List<DocumentPart> parts(List<List<Mention>> mentions) {
        var parts = new ArrayList<DocumentPart>();
        for (int i = 0; i < all.size(); i++) {
            Extraction extraction = all.get(i);
            parts.add(
                    new DocumentPart(extraction.text(), language(extraction), mentions.get(i), extraction.passages()));
        }
        if (own().text().isBlank() && !pages().isEmpty()) {
            parts.set(0, ScanTexts.document(pages(), onPages(mentions)));
        }
        return parts;
    }

    /// Why there is no rendition of this file, if there is none: the status of what could not be read, or
    /// `pixels-unredacted` for pictures, whose text alone would not make them safe.
    Optional<String> withheldFor() {
        if (UNREAD.contains(own().status())) {
            return Optional.of(code(own().status()));
        }
        if (source instanceof SourceFile.Scan scan) {
            return scan.read() instanceof ScanReader.Result.Held(int page, ScanDoubt doubt)
                    ? Optional.of(doubt.code())
                    : Optional.empty();
        }
        if (source instanceof SourceFile.Photograph photograph) {
            return photograph.result() instanceof PictureResult.Refused(Refusal reason)
                    ? Optional.of(code(reason))
                    : Optional.empty();
        }
        if (source instanceof SourceFile.Film film) {
            return film.result() instanceof VideoResult.Refused(VideoRefusal reason)
                    ? Optional.of(code(reason))
                    : Optional.empty();
        }
        boolean silent = all.stream().allMatch(extraction -> extraction.text().isBlank());
        if (mediaType().startsWith("video/") || (mediaType().startsWith("image/") && silent)) {
            return Optional.of("pixels-unredacted");
        }
        return silent
                ? Optional.of(all.stream()
                        .map(Extraction::status)
                        .filter(UNREAD::contains)
                        .findFirst()
                        .map(ReadFile::code)
                        .orElse("no-text"))
                : Optional.empty();
    }

    boolean unread() {
        return all.stream().anyMatch(extraction -> UNREAD.contains(extraction.status())) || isDoubtful();
    }

    private boolean isDoubtful() {
        return switch (source) {
            case SourceFile.Text text -> false;
            case SourceFile.Scan scan -> scan.read() instanceof ScanReader.Result.Held;
            case SourceFile.Photograph photograph ->
                !(photograph.result() instanceof PictureResult.Redacted(var report)) || report.raisesDoubt();
            case SourceFile.Film film ->
                !(film.result() instanceof VideoResult.Redacted(var report)) || report.raisesDoubt();
        };
    }

    /// How well the file itself was read: what its format has no text for may have been read from its pixels.
    String status() {
        boolean recognised = own().status() == Extraction.Status.NO_TEXT && !pages().isEmpty();
        return code(recognised ? Extraction.Status.OK : own().status());
    }

    /// The attachments, by their number in the rendition, that could not be read.
    ArrayNode unreadAttachments() {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (int i = 1; i < all.size(); i++) {
            if (UNREAD.contains(all.get(i).status())) {
                rows.addObject()
                        .put("attachment", i)
                        .put("status", code(all.get(i).status()));
            }
        }
        return rows;
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String language(Extraction extraction) {
        return extraction.languages().isEmpty() ? "und" : extraction.languages().getFirst();
    }

    @Override
    public String toString() {
        return "ReadFile[" + number + "]";
    }
}
