package org.safepassage.connectors.s3;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpAnswer;
import org.safepassage.connectors.plumbing.ResumingStream;

/// Listing and reading the objects of a bucket.
///
/// @param line to the bucket
/// @param versions whether the listing tells versions, so that exactly the one that was listed is read
record S3Objects(S3Line line, boolean versions) {
    private static final int PAGE = 1_000;

    /// Gives the newest version of every object below a prefix in the server's order, page after page, until `more`
    /// wants no more.
    void forEach(String prefix, Predicate<S3Object> more) throws DoorProblem {
        forEach(prefix, PAGE, more);
    }

    private void forEach(String prefix, int pageSize, Predicate<S3Object> more) throws DoorProblem {
        Map<String, String> next = Map.of();
        do {
            var query = new LinkedHashMap<>(Map.of(
                    versions ? "versions" : "list-type",
                    versions ? "" : "2",
                    "prefix",
                    prefix,
                    "encoding-type",
                    "url",
                    "max-keys",
                    Integer.toString(pageSize)));
            query.putAll(next);
            S3Xml page = line.ask(Ask.get(line.bucket(query)));
            for (S3Xml.Entry entry : page.entries()) {
                Optional<S3Object> object = object(entry, page.text("EncodingType"));
                if (object.isPresent() && !more.test(object.get())) {
                    return;
                }
            }
            Map<String, String> after = page.text("IsTruncated").equals("true") ? continued(page) : Map.of();
            if (!after.isEmpty() && after.equals(next)) {
                throw new DoorProblem(Kind.PEER_FAULT, "the server's listing goes in a circle");
            }
            next = after;
        } while (!next.isEmpty());
    }

    private Map<String, String> continued(S3Xml page) throws DoorProblem {
        var next = new LinkedHashMap<String, String>();
        if (versions) {
            next.put("key-marker", decoded(page.text("NextKeyMarker"), page.text("EncodingType")));
            if (!page.text("NextVersionIdMarker").isEmpty()) {
                next.put("version-id-marker", page.text("NextVersionIdMarker"));
            }
        } else {
            next.put("continuation-token", page.text("NextContinuationToken"));
        }
        if (next.values().iterator().next().isEmpty()) {
            throw new DoorProblem(Kind.PEER_FAULT, "the server's listing is cut off and does not say how to go on");
        }
        return next;
    }

    private static Optional<S3Object> object(S3Xml.Entry entry, String encoding) throws DoorProblem {
        boolean current = entry.name().equals("Contents")
                || (entry.name().equals("Version") && entry.text("IsLatest").equals("true"));
        String key = decoded(entry.text("Key"), encoding);
        if (!current || key.endsWith("/")) {
            return Optional.empty();
        }
        String size = entry.text("Size");
        if (key.isEmpty() || !size.matches("[0-9]{1,18}")) {
            throw new DoorProblem(Kind.PEER_FAULT, "the server lists an object without a key or a size");
        }
        return Optional.of(new S3Object(
                key,
                Long.parseLong(size),
                entry.text("ETag"),
                modified(entry.text("LastModified")),
                entry.text("VersionId")));
    }

    /// Keys are asked for URL-encoded, because XML cannot hold every character that a key may have.
    private static String decoded(String key, String encoding) throws DoorProblem {
        try {
            return encoding.equals("url") ? URLDecoder.decode(key, StandardCharsets.UTF_8) : key;
        } catch (IllegalArgumentException wrong) {
            throw new DoorProblem(Kind.PEER_FAULT, "the server lists a key that is not encoded as it says");
        }
    }

    private static long modified(String time) {
        try {
            return Instant.parse(time).toEpochMilli();
        } catch (DateTimeParseException untold) {
            return 0;
        }
    }

    /// Asks for a page of one.
    void tryListing(String prefix) throws DoorProblem {
        forEach(prefix, 1, object -> false);
    }

    /// Looks one object up. Keys are listed in the order of their bytes, so it comes first among those it begins.
    Optional<S3Object> find(String key) throws DoorProblem {
        var found = new AtomicReference<Optional<S3Object>>(Optional.empty());
        forEach(key, 1, object -> {
            found.set(Optional.of(object).filter(each -> each.key().equals(key)));
            return false;
        });
        return found.get();
    }

    /// An object's bytes, read on where a connection broke.
    ResumingStream open(S3Object object) {
        return new ResumingStream(offset -> open(object, offset), object.size());
    }

    /// Opens an object from a byte on, exactly the version and content that was listed.
    InputStream open(S3Object object, long offset) throws IOException {
        if (offset == object.size() && offset > 0) {
            return InputStream.nullInputStream();
        }
        Ask ask = Ask.get(line.object(object.key(), S3Line.version(object)));
        if (!object.tag().isEmpty()) {
            ask = ask.header("If-Match", object.tag());
        }
        HttpAnswer answer = line.send(offset == 0 ? ask : ask.header("Range", "bytes=" + offset + "-"), 200, 206);
        InputStream in = answer.body();
        String range = answer.header("Content-Range");
        boolean whole = answer.status() == 200
                ? answer.length() == object.size() || answer.length() < 0
                : range.equals("bytes " + offset + "-" + (object.size() - 1) + "/" + object.size());
        if (!whole || (!object.tag().isEmpty() && !answer.header("ETag").equals(object.tag()))) {
            in.close();
            throw new DoorProblem(Kind.CHANGED, "an object changed while it was read");
        }
        if (offset > 0 && answer.status() == 200) {
            in.skipNBytes(offset);
        }
        return in;
    }

    /// The first bytes of an object.
    byte[] start(S3Object object, int most) throws DoorProblem {
        try (InputStream in = open(object)) {
            return in.readNBytes(most);
        } catch (DoorProblem problem) {
            throw problem;
        } catch (IOException broken) {
            throw new DoorProblem(Kind.CUT, "the connection to the S3 server broke", broken);
        }
    }
}
