package org.safepassage.connectors.webdav;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpAnswer;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.plumbing.Fingerprint;

/// The files of a WebDAV folder: listing, reading from a byte on, moving.
final class DavFolder {
    private static final String ASK = "<?xml version=\"1.0\" encoding=\"utf-8\"?><propfind xmlns=\"DAV:\"><prop>"
            + "<getcontentlength/><getetag/><getlastmodified/><resourcetype/></prop></propfind>";

    private static final String XML = "application/xml; charset=utf-8";

    /// A file as it was listed.
    ///
    /// @param place its address below the folder, percent-encoded as the server wrote it
    /// @param size bytes
    /// @param tag ETag without its weakness mark, or empty
    /// @param modified seconds since 1970 by the server's clock, 0 when not told
    record Listed(String place, long size, String tag, long modified) {
        /// Equal while the content is, wherever the file is moved; made of size and ETag, or time when there is none.
        String fingerprint() {
            return Fingerprint.of(List.of(Long.toString(size), tag.isEmpty() ? Long.toString(modified) : tag));
        }
    }

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
    void forEach(Consumer<Listed> files) throws DoorProblem {
        propfind(folder, "1", response -> file(response).ifPresent(files));
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
    Listed look(String place) throws DoorProblem {
        var found = new AtomicReference<Optional<Listed>>(Optional.empty());
        propfind(address(place), "0", response -> found.set(file(response)));
        return found.get().orElseThrow(() -> new DoorProblem(Kind.GONE, "a bundle is not there any more"));
    }

    private void propfind(URI address, String depth, Consumer<Multistatus.Response> responses) throws DoorProblem {
        try (HttpAnswer answer =
                line.send(Ask.of("PROPFIND", address).text(XML, ASK).header("Depth", depth), 207)) {
            Multistatus.read(answer.body(), responses);
        }
    }

    private Optional<Listed> file(Multistatus.Response response) {
        URI base = folder;
        URI address;
        try {
            address = base.resolve(response.href());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
        String path = address.getRawPath();
        boolean inside = path != null
                && Objects.equals(address.getRawAuthority(), base.getRawAuthority())
                && path.startsWith(base.getRawPath());
        String place = inside ? path.substring(base.getRawPath().length()) : "";
        if (response.collection() || place.isEmpty() || place.contains("/") || place.startsWith(".")) {
            return Optional.empty();
        }
        String tag = response.tag().startsWith("W/") ? response.tag().substring(2) : response.tag();
        return Optional.of(new Listed(place, response.size(), tag, seconds(response.modified())));
    }

    private static long seconds(String httpDate) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME
                    .parse(httpDate, Instant::from)
                    .getEpochSecond();
        } catch (DateTimeParseException untold) {
            return 0;
        }
    }

    /// Opens a file from a byte on; a server that knows no ranges is read from its start.
    InputStream open(Listed file, long offset) throws IOException {
        Ask ask = Ask.get(address(file.place()));
        HttpAnswer answer = line.send(offset == 0 ? ask : ask.header("Range", "bytes=" + offset + "-"), 200, 206);
        InputStream in = answer.body();
        if (size(answer) != file.size()) {
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

    /// Moves a file into a folder below this one; under another name when the name is taken.
    void move(Listed file, String subfolder, String otherName) throws DoorProblem {
        URI target = folder.resolve(subfolder + "/");
        if (line.status(Ask.of("PROPFIND", target).text(XML, ASK).header("Depth", "0"), 207, 404) == 404) {
            line.status(Ask.of("MKCOL", target), 201, 405);
        }
        for (String name : List.of(file.place(), otherName)) {
            var headers = Map.of("Destination", target.resolve(name).toString(), "Overwrite", "F");
            if (line.status(Ask.of("MOVE", address(file.place())).headers(headers), 201, 204, 412) != 412) {
                return;
            }
        }
        throw new DoorProblem(Kind.OCCUPIED, "a sealed bundle cannot be moved: its names in doneFolder are taken");
    }

    private URI address(String place) {
        // "./" keeps a name with a colon from being read as a scheme
        return folder.resolve("./" + place);
    }
}
