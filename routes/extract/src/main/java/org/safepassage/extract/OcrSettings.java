package org.safepassage.extract;

/// How print is recognised on pages without a text layer. Immutable.
///
/// @param on whether scanned pages are recognised at all
/// @param photographs whether pictures of their own (JPEG, PNG, HEIC) and pictures beside text on a PDF's pages are
///     recognised too; scans in TIFF always are
/// @param program the `tesseract` program: a name looked up on the PATH, or a path
/// @param languages Tesseract's names joined by `+`
/// @param dpi resolution at which a PDF page is drawn, in dots an inch
/// @param cpuSecondsPerPage CPU seconds that one page may take
/// @param pages most pages recognised in one document
/// @param threads OMP_THREAD_LIMIT; above 1 Tesseract burns several times the CPU for little speed
public record OcrSettings(
        boolean on,
        boolean photographs,
        String program,
        String languages,
        int dpi,
        int cpuSecondsPerPage,
        int pages,
        int threads) {
    public OcrSettings {
        if (!languages.matches("[a-zA-Z_]{3,20}(\\+[a-zA-Z_]{3,20}){0,9}")) {
            throw new IllegalArgumentException("OCR languages are Tesseract's names joined by +, such as rus+bel+eng");
        }
        if (dpi < 72 || dpi > 600 || cpuSecondsPerPage < 1 || pages < 0 || threads < 1) {
            throw new IllegalArgumentException("OCR needs 72 to 600 dpi, and positive limits");
        }
    }

    /// On for scans, off for photographs; rus+bel+eng at 250 dpi, 60 CPU seconds a page, 500 pages, one thread.
    public static OcrSettings defaults() {
        return new OcrSettings(true, false, "tesseract", "rus+bel+eng", 250, 60, 500, 1);
    }

    /// The same with OCR switched on or off.
    public OcrSettings withOn(boolean changed) {
        return new OcrSettings(changed, photographs, program, languages, dpi, cpuSecondsPerPage, pages, threads);
    }

    /// The same with photographs recognised or not.
    public OcrSettings withPhotographs(boolean changed) {
        return new OcrSettings(on, changed, program, languages, dpi, cpuSecondsPerPage, pages, threads);
    }

    /// The same with another program.
    public OcrSettings withProgram(String changed) {
        return new OcrSettings(on, photographs, changed, languages, dpi, cpuSecondsPerPage, pages, threads);
    }
}
