package org.safepassage.redact.renditions.pages;

import java.util.Locale;

/// Why a person has to look at a scan before anything of it goes out.
public enum ScanDoubt {
    /// Too much of a page's ink was not read: handwriting, a picture, print that is too poor.
    UNREAD_INK,
    /// More pages than the exit check recognises anew.
    TOO_MANY_PAGES,
    /// A page of more pixels than are drawn.
    TOO_LARGE,
    /// It wants a password.
    ENCRYPTED,
    /// It is cut short, or nothing can be made of it.
    DAMAGED,
    /// No reader knows the format.
    UNSUPPORTED,
    /// Tesseract or one of its languages is not installed.
    OCR_MISSING,
    /// Tesseract gave a page up, or took too long over it.
    OCR_FAILED,
    /// Drawing a page took longer than it may.
    TIMEOUT,
    /// Drawing a page broke the process that did it.
    CRASHED;

    /// The word used on screen and in JSON.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
