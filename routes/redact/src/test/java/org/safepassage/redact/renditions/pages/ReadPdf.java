package org.safepassage.redact.renditions.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/// What PDFBox's text stripper reads in a PDF.
final class ReadPdf {
    private static final Pattern NUMBER = Pattern.compile("– \\d+ –\\s*(\f|$)");

    private ReadPdf() {}

    /// The text of all pages, the numbers at their feet aside.
    static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSuppressDuplicateOverlappingText(false);
            stripper.setPageEnd("\f");
            return NUMBER.matcher(stripper.getText(document)).replaceAll("\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static int pages(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Without any white space.
    static String solid(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", "");
    }
}
