package org.safepassage.schemas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Why a case file or an exhibit waits, and what the operator does about it.
public enum HoldReason {
    RECORD_INVALID("Ask the partner to correct the field named in 'where', then pull again or run: hub retry ID"),
    RECORD_UNREADABLE("Ask the partner for a readable record file, then pull again"),
    ARRIVAL_UNREADABLE(
            "Look at the arrival in the partner's system with: hub connector test NAME; then run: hub retry ID"),
    EXHIBIT_MISSING("Ask the partner to send the file named in the record, then run: hub retry ID"),
    EXHIBIT_ENCRYPTED("Ask the partner for the password or an open copy; the case went on without this exhibit"),
    EXHIBIT_CORRUPT("Ask the partner for an intact copy; the case went on without this exhibit"),
    EXHIBIT_TIMEOUT(
            "Open the original in a safe place, or raise extraction.cpuSeconds or videos.cpuSeconds, then run: hub retry ID"),
    EXHIBIT_CRASHED("Open the original in a safe place and report the parser; the case went on without this exhibit"),
    EXHIBIT_TOO_LARGE("Raise the limit named in 'where', then run: hub retry ID"),
    EXHIBIT_UNSUPPORTED("No text can be read of this format: ask the partner for another one"),
    OCR_MISSING("Install tesseract-ocr with rus, bel and eng, see that extraction.ocr is on, then run: hub retry ID"),
    PIXELS_UNREDACTED(
            "Nobody could redact its pixels: ask the partner for another format; the case went on without it"),
    PICTURE_DOUBTFUL("Look at the picture and at the doubts named in 'where'; the case went on without this exhibit"),
    PICTURE_UNSUPPORTED(
            "Ask the partner for the picture as JPEG or PNG, one image a file; the case went on without it"),
    SCAN_DOUBTFUL(
            "Look at the scan and at the doubt named in 'where', or ask the partner for a clearer or divided copy; the case went on without this exhibit"),
    SCAN_REVIEW("The policy lets no scan go by itself: look at it, or write scans: release there"),
    PICTURE_REVIEW("The policy lets no photograph go by itself: look at it, or write photographs: release there"),
    VIDEO_DOUBTFUL("Look at the video and at the doubts named in 'where'; the case went on without this exhibit"),
    VIDEO_UNSUPPORTED(
            "Ask the partner for the video as MP4 with one picture of one size; the case went on without this exhibit"),
    VIDEO_TOO_LARGE(
            "Ask the partner for shorter or smaller parts, or raise videos.longestSeconds or videos.mostPixels in application.yaml, then run: hub retry ID"),
    VIDEO_SOUND_UNUSABLE("The video's sound is damaged: ask the partner for an intact copy, or write voice: mute"),
    VIDEO_NO_ROOM("Free twice the video's size on the disk of the data folder, then run: hub retry ID"),
    VIDEO_REVIEW("The policy lets no video go by itself: look at it, or write videos: release there"),
    CONSENT_UNCLEAR("Ask the partner to clear up the person's consent, then pull again"),
    AGREEMENT_EXPIRED("Renew the agreement in config/agreements, run hub config apply, then: hub retry ID"),
    AGREEMENT_MISSING("Write the agreement that the exchange names, run hub config apply, then: hub retry ID"),
    POLICY_INVALID("Correct the policy named in 'where', run hub config apply, then: hub retry ID"),
    IDENTITY_REMAINS("Review the place named in 'where' and amend the redaction, then run: hub retry ID"),
    CHECK_UNREADABLE("A rendition could not be read back, so it cannot be proved clean: report it as our defect"),
    REVIEW_REQUIRED("A reviewer decides this case file in the console"),
    RECIPIENT_KEY_MISSING(
            "Put the recipient's public key where config/recipients says, run hub config apply, then: hub retry ID"),
    SANDBOX("It would have been delivered: take sandbox out of the exchange, run hub config apply, then: hub retry ID"),
    DELIVERY_FAILED("Check the recipient's server with: hub connector test NAME; then run: hub retry ID"),
    DELIVERY_UNKNOWN("Ask the recipient whether the consignment arrived before running: hub retry ID"),
    RECEIPT_REJECTED("The recipient rejected the consignment: ask why before running: hub retry ID"),
    UNEXPECTED("This is our defect: send the log lines with this id to the developers, then run: hub retry ID");

    private final String nextAction;

    HoldReason(String nextAction) {
        this.nextAction = nextAction;
    }

    /// What the operator does next, one sentence.
    public String nextAction() {
        return nextAction;
    }

    /// The word used on screen, in JSON and in scripts: lower case with hyphens.
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The reason with this code.
    ///
    /// @throws IllegalArgumentException when there is none
    @JsonCreator
    public static HoldReason ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
