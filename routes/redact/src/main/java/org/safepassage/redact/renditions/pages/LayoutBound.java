package org.safepassage.redact.renditions.pages;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.safepassage.schemas.Extraction;

/// PDF files that are bound to their layout: forms, whose answers mean nothing without the questions beside them, and
/// what programs for sheets, slides, leaflets and drawings made, which say so in the file. Their pages are painted anew
/// like those of a scan, showing only words on which print and text agree ([WrittenWords]). Stateless.
public final class LayoutBound {
    private static final String FIELDS = "pdf:hasAcroFormFields";
    private static final List<String> MAKERS =
            List.of("xmp:CreatorTool", "pdf:docinfo:creator_tool", "pdf:producer", "pdf:docinfo:producer");
    private static final Pattern LAYOUT = Pattern.compile(
            "(?i)excel|powerpoint|publisher|visio|^(?:calc|impress|draw)$|keynote|^numbers|indesign|illustrator|quark"
                    + "|scribus|canva|corel|jasper|crystal reports");

    private LayoutBound() {}

    /// Whether a document is such a file, with words of its own and few enough pages to be painted.
    public static boolean is(Extraction document) {
        return document.mediaType().equals("application/pdf")
                && !document.text().isBlank()
                && document.pages() <= ScanReader.MOST_PAGES
                && (isForm(document) || isLaidOut(document))
                && document.passages().stream()
                        .noneMatch(passage -> passage.origin().equals("ocr"));
    }

    private static boolean isForm(Extraction document) {
        return values(document, FIELDS).anyMatch("true"::equals);
    }

    private static boolean isLaidOut(Extraction document) {
        return MAKERS.stream()
                .flatMap(key -> values(document, key))
                .anyMatch(maker -> LAYOUT.matcher(maker.strip()).find());
    }

    private static Stream<String> values(Extraction document, String key) {
        return document.metadata().getOrDefault(key, List.of()).stream();
    }
}
