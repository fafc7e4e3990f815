package org.safepassage.connectors.webdav;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpAnswer;
import org.safepassage.connectors.http.HttpLine;

/// The files of a WebDAV folder: listing, reading from a byte on, moving.
final class DavFolder {
    private static final String ASK = "<?xml version=\"1.0\" encoding=\"utf-8\"?><propfind xmlns=\"DAV:\"><prop>"
            + "<getcontentlength/><getetag/><getlastmodified/><resourcetype/></prop></propfind>";

    private static final String XML = "application/xml; charset=utf-8";

    private final HttpLine line;
    private final URI folder;

    /// @param folder its address, ending in `/`
    DavFolder(HttpLine line, URI folder) {
        this.line = line;
        this.folder = folder;
    }

    /// A place as the name it stands for.
    static String name(String place) {
        try {
            return URLDecoder.decode(place.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException oddlyEncoded) {
            return place;
        }
    }

    /// A name as it stands in an address.
    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Gives every file directly in the folder, in the server's order.
    void forEach(Consumer<DavEntry> files) throws DoorProblem {
        forEachIn("", entry -> {
            if (!entry.collection() && entry.directlyIn("")) {
                files.accept(entry);
            }
        });
    }

    /// Gives a folder at or below this one and what lies directly in it, in the server's order.
    void forEachIn(String place, Consumer<DavEntry> entries) throws DoorProblem {
        propfind(address(place), "1", response -> DavEntry.of(folder, response).ifPresent(entries));
    }

    /// The folder itself, without what lies in it.
    DavEntry itself() throws DoorProblem {
        return look("");
    }

    /// Asks for the folder itself only.
    void tryListing() throws DoorProblem {
        try {
            propfind(folder, "0", response -> {});
        } catch (DoorProblem problem) {
            throw problem.kind() == Kind.GONE
                    ? new DoorProblem(Kind.NOT_FOUND, "there is no WebDAV folder where url says")
                    : problem;
        }
    }

    /// Looks one file up again.
    ///
    /// @throws DoorProblem of kind GONE when it is not there
    DavEntry look(String place) throws DoorProblem {
        var found = new AtomicReference<Optional<DavEntry>>(Optional.empty());
        propfind(address(place), "0", response -> found.set(DavEntry.of(folder, response)));
        return found.get().orElseThrow(() -> new DoorProblem(Kind.GONE, "a bundle is not there any more"));
    }

    private void propfind(URI address, String depth, Consumer<Multistatus.Response> responses) throws DoorProblem {
        try (HttpAnswer answer =
                line.send(Ask.of("PROPFIND", address).text(XML, ASK).header("Depth", depth), 207)) {
            Multistatus.read(answer.body(), responses);
        }
    }

    /// Opens a file from a byte on; a server that knows no ranges is read from its start.
    InputStream open(DavEntry file, long offset) throws IOException {
        Ask ask = Ask.get(address(file.place()));
        if (file.strong()) {
            ask = ask.header("If-Match", file.tag());
        }
        HttpAnswer answer = line.send(offset == 0 ? ask : ask.header("Range", "bytes=" + offset + "-"), 200, 206);
        InputStream in = answer.body();
        boolean elsewhere =
                answer.status() == 206 && !answer.header("Content-Range").startsWith("bytes " + offset + "-");
        if (size(answer) != file.size() || elsewhere) {
            in.close();
            throw new DoorProblem(Kind.CHANGED, "a bundle changed in size while it was read");
        }
        if (offset > 0 && answer.status() == 200) {
            in.skipNBytes(offset);
        }
        return in;
    }

    /// The whole file's size as a GET answers it, or -1.
    private static long size(HttpAnswer answer) {
        if (answer.status() == 200) {
            return answer.length();
        }
        String range = answer.header("Content-Range");
        String total = range.substring(range.lastIndexOf('/') + 1);
        return total.matches("[0-9]{1,18}") ? Long.parseLong(total) : -1;
    }

    /// Whether a file is still the one that was listed; nothing of it is sent when it is (RFC 9110, 13.1.2).
    boolean same(DavEntry file) throws DoorProblem {
        if (!file.strong()) {
            return look(file.place()).fingerprint().equals(file.fingerprint());
        }
        try (HttpAnswer answer =
                line.send(Ask.get(address(file.place())).header("If-None-Match", file.tag()), 200, 304)) {
            return answer.status() == 304 || answer.header("ETag").equals(file.tag());
        }
    }

    /// Moves a file into a folder below this one; under another name when the name is taken.
    void move(DavEntry file, String subfolder, String otherName) throws DoorProblem {
        URI target = folder.resolve(subfolder + "/");
        if (line.status(Ask.of("PROPFIND", target).text(XML, ASK).header("Depth", "0"), 207, 404) == 404) {
            line.status(Ask.of("MKCOL", target), 201, 405);
        }
        for (String name : List.of(file.lastPart(), otherName)) {
            var headers = Map.of("Destination", target.resolve(name).toString(), "Overwrite", "F");
            if (line.status(Ask.of("MOVE", address(file.place())).headers(headers), 201, 204, 412) != 412) {
                return;
            }
        }
        throw new DoorProblem(Kind.OCCUPIED, "a sealed bundle cannot be moved: its names in doneFolder are taken");
    }

    /// For a door's test: whether this account may move files, found out by moving one that is not there. Nothing is
    /// changed.
    ///
    /// @throws DoorProblem of kind PERMISSION when it may not
    String testMove(String folder) throws DoorProblem {
        URI target = line.base().resolve(folder + "/");
        boolean there = line.status(Ask.of("PROPFIND", target).text(XML, ASK).header("Depth", "0"), 207, 404) == 207;
        String name = "not-there-" + UUID.randomUUID();
        var headers = Map.of("Destination", line.base().resolve(name + "-2").toString(), "Overwrite", "F");
        int status = line.status(Ask.of("MOVE", address(name)).headers(headers), 404, 409, 403, 405, 412, 423, 501);
        if (status == 403 || status == 405 || status == 423 || status == 501) {
            throw new DoorProblem(
                    Kind.PERMISSION, "the server does not let this account move files (status " + status + ")");
        }
        return (there ? "doneFolder is there" : "doneFolder is made when the first bundle is sealed")
                + "; the server takes MOVE from this account (of a file that is not there); whether its own file system"
                + " agrees is seen when the first bundle is sealed";
    }

    private URI address(String place) {
        // "./" keeps a name with a colon from being read as a scheme
        return place.isEmpty() ? folder : folder.resolve("./" + place);
    }
}
