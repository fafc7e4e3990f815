package org.safepassage.connectors.json;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a partner's interface looks like, as YAML says it.
///
/// @param listing how cases are listed
/// @param places where things stand in a record
/// @param detail address of one record, when the listing does not hold it whole
/// @param attachments where files are
/// @param acknowledgement what is sent once a case is sealed
public record JsonShape(
        Listing listing,
        Places places,
        Optional<Detail> detail,
        Attachments attachments,
        Optional<Acknowledgement> acknowledgement) {
    /// Where one record is, whole.
    ///
    /// @param address made from `{id}` and `{case}`
    /// @param records where an array with the record stands in the answer; empty when the answer is the
    ///     record
    public record Detail(Template address, JsonPointer records) {}

    /// How pages follow each other.
    public enum Paging {
        NONE,
        PAGE,
        OFFSET,
        CURSOR,
        LINK;

        /// Whether a record that is added or taken away shifts all that follow.
        boolean shifts() {
            return this == PAGE || this == OFFSET;
        }
    }

    /// How cases are listed.
    ///
    /// @param path of the first page, with its fixed query
    /// @param paging how pages follow
    /// @param pageParameter takes the page number, the offset or the cursor
    /// @param firstPage number of the first page
    /// @param sizeParameter takes the page size; empty for none
    /// @param pageSize records asked for at once
    /// @param nextPointer where the next cursor, or the next page's address, stands; empty for the `Link`
    ///     header
    /// @param records where the array of records stands
    /// @param since how to ask for what changed
    /// @param mostBytes that one page may have
    public record Listing(
            String path,
            Paging paging,
            String pageParameter,
            int firstPage,
            String sizeParameter,
            int pageSize,
            String nextPointer,
            JsonPointer records,
            Optional<Since> since,
            int mostBytes) {}

    /// How what changed is asked for.
    ///
    /// @param parameter takes the time
    /// @param value what it takes, with `{since}` for the time
    /// @param overlap how far before the last known change to begin
    /// @param time how the time is written
    public record Since(String parameter, String value, Duration overlap, ChangeTime time) {
        String written(Instant last) {
            return value.replace("{since}", time.write(last.minus(overlap)));
        }
    }

    /// Where things stand in a record.
    ///
    /// @param caseNumber pointer
    /// @param id pointer to what the partner's addresses call the record
    /// @param changed pointer to the change time; of several with spaces between them the newest; empty for
    ///     none
    /// @param time how it is written
    /// @param passing pointers to what changes although the record does not, such as signed addresses
    public record Places(String caseNumber, String id, String changed, ChangeTime time, List<String> passing) {
        public Places {
            passing = List.copyOf(passing);
        }
    }

    /// Where files are.
    ///
    /// @param each pointer to every attachment, in the record or in `list`; empty for none
    /// @param value pointer inside an attachment to what leads to it
    /// @param name pointer inside an attachment to its name; empty for the end of its address
    /// @param address made from `{value}`, `{id}` and `{case}`
    /// @param list where the attachments of a record are listed, when the record does not
    /// @param mostBytes that one attachment may have
    public record Attachments(
            String each, String value, String name, Template address, Optional<Template> list, long mostBytes) {}

    /// What is sent once a case is sealed.
    ///
    /// @param method such as POST
    /// @param address made from `{id}` and `{case}`
    /// @param body empty for none
    public record Acknowledgement(String method, Template address, Template body) {}
}
