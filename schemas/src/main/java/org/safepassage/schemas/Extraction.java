package org.safepassage.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/// What could be read of one exhibit: its text with pages and languages, its metadata, and the same of everything
/// embedded in it. "No text, because …" is a result, not a failure. Immutable.
///
/// @param status how it ended
/// @param reason why there is less than the whole, without any content of the document; empty when `status` is OK
/// @param mediaType detected from the bytes, not the name
/// @param pages number of pages, 0 where the format has none
/// @param languages BCP 47 tags found, most text first
/// @param text the text of this document alone; embedded documents have their own
/// @param passages parts of `text`, in order, each with its page and language
/// @param metadata what the format says of itself; may hold identities
/// @param embedded attachments, embedded images, archive members, in order
public record Extraction(
        Status status,
        String reason,
        String mediaType,
        int pages,
        List<String> languages,
        String text,
        List<Passage> passages,
        Map<String, List<String>> metadata,
        List<Embedded> embedded) {

    public Extraction {
        languages = List.copyOf(languages);
        passages = List.copyOf(passages);
        metadata = Map.copyOf(metadata);
        embedded = List.copyOf(embedded);
    }

    /// How an extraction ended.
    public enum Status {
        /// All text was read.
        @JsonProperty("ok")
        OK,
        /// Some text was read; `reason` says what is missing.
        @JsonProperty("partial")
        PARTIAL,
        /// There is no text to read: a photograph, a video, an empty file, a scan without OCR.
        @JsonProperty("no-text")
        NO_TEXT,
        @JsonProperty("encrypted")
        ENCRYPTED,
        @JsonProperty("corrupt")
        CORRUPT,
        @JsonProperty("timeout")
        TIMEOUT,
        @JsonProperty("crashed")
        CRASHED,
        @JsonProperty("too-large")
        TOO_LARGE
    }

    /// A stretch of the text on one page in one language.
    ///
    /// @param page counts from 1; 0 where the format has no pages
    /// @param start offset of its first character in Unicode code points
    /// @param end offset after its last character in Unicode code points
    /// @param language BCP 47 tag, `und` when it cannot be told
    /// @param origin `text` for a text layer, `ocr` for recognised print
    public record Passage(int page, int start, int end, String language, String origin) {}

    /// Something inside the document.
    ///
    /// @param path names from the outermost container to this one; content, may hold identities
    /// @param extraction what was read of it
    public record Embedded(String path, Extraction extraction) {
        @Override
        public String toString() {
            return "Embedded[" + extraction.status() + "]";
        }
    }

    @Override
    public String toString() {
        return "Extraction[" + status + ", " + mediaType + ", " + pages + " pages, " + embedded.size() + " embedded]";
    }
}
