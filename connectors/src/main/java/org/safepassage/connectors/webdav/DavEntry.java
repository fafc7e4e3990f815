package org.safepassage.connectors.webdav;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.safepassage.connectors.plumbing.Fingerprint;

/// A file or folder as a WebDAV server listed it.
///
/// @param place its address below the door's folder, percent-encoded as the server wrote it; a folder's ends in `/`,
///     that of the door's folder itself is empty
/// @param collection whether it is a folder
/// @param size bytes, or -1
/// @param tag ETag without its weakness mark, or empty
/// @param strong whether the ETag can be used in a condition that byte ranges depend on
/// @param modified seconds since 1970 by the server's clock, 0 when not told
record DavEntry(String place, boolean collection, long size, String tag, boolean strong, long modified) {
    /// What a response tells; empty when it is not inside the folder or its name leads elsewhere.
    static Optional<DavEntry> of(URI folder, Multistatus.Response response) {
        URI address;
        try {
            address = folder.resolve(response.href());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
        String path = address.getRawPath();
        boolean inside = path != null
                && Objects.equals(address.getRawAuthority(), folder.getRawAuthority())
                && path.startsWith(folder.getRawPath());
        if (!inside) {
            return Optional.empty();
        }
        String place = path.substring(folder.getRawPath().length());
        boolean slash = place.isEmpty() || place.endsWith("/");
        place = response.collection() && !slash ? place + "/" : place;
        for (String part : place.split("/")) {
            if (part.startsWith(".") || part.toLowerCase(Locale.ROOT).startsWith("%2e")) {
                return Optional.empty();
            }
        }
        boolean weak = response.tag().startsWith("W/");
        String tag = weak ? response.tag().substring(2) : response.tag();
        boolean quoted = tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"");
        return Optional.of(new DavEntry(
                place, response.collection(), response.size(), tag, quoted && !weak, seconds(response.modified())));
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

    /// Equal while the content is, wherever the file is moved; made of size and ETag, or time when there is none.
    String fingerprint() {
        return Fingerprint.of(List.of(Long.toString(size), tag.isEmpty() ? Long.toString(modified) : tag));
    }

    /// The last part of its place, as it stands there.
    String lastPart() {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    /// Its file name.
    String name() {
        return DavFolder.name(lastPart());
    }

    /// Whether it lies directly in a folder, given by its place.
    boolean directlyIn(String parent) {
        String rest = place.startsWith(parent) ? place.substring(parent.length()) : "";
        int slash = rest.indexOf('/');
        return !rest.isEmpty() && (slash < 0 || slash == rest.length() - 1);
    }
}
