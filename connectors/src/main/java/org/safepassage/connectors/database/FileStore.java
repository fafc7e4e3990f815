package org.safepassage.connectors.database;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.plumbing.ItemPaths;

/// The folder that paths in rows count from. A path that leaves it, or that goes through a link, is refused.
///
/// @param root the folder, itself allowed to be a link
record FileStore(Path root) implements ExhibitStore {
    @Override
    public Found find(String path, JsonNode row, String shown) throws DoorProblem {
        return find(path, shown);
    }

    /// @param path `/` or `\` between its parts
    private Found find(String path, String shown) throws DoorProblem {
        String relative = path.replace('\\', '/');
        var absent = new Item(shown, -1, Item.Part.EXHIBIT, Item.Presence.MISSING);
        if (!ItemPaths.stays(relative)) {
            return new Found(absent.as(Item.Presence.REFUSED), relative, 0);
        }
        try {
            Path file = root;
            for (String part : relative.split("/")) {
                file = file.resolve(part);
                if (Files.isSymbolicLink(file)) {
                    return new Found(absent.as(Item.Presence.REFUSED), relative, 0);
                }
            }
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return new Found(absent, relative, 0);
            }
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? new Found(
                            Item.present(shown, attributes.size(), Item.Part.EXHIBIT),
                            relative,
                            attributes.lastModifiedTime().toMillis())
                    : new Found(absent.as(Item.Presence.REFUSED), relative, 0);
        } catch (InvalidPathException odd) {
            return new Found(absent.as(Item.Presence.REFUSED), relative, 0);
        } catch (IOException unreadable) {
            throw new DoorProblem(Kind.PERMISSION, "a file below filesRoot cannot be looked at", unreadable);
        }
    }

    @Override
    public InputStream open(DatabaseLine line, String caseNumber, Found found, long offset) throws IOException {
        Found now = find(found.name(), found.item().path());
        if (!now.equals(found)) {
            throw new DoorProblem(Kind.CHANGED, "a file changed while its case was read");
        }
        try {
            var channel = Files.newByteChannel(
                    root.resolve(found.name()), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            channel.position(offset);
            return Channels.newInputStream(channel);
        } catch (AccessDeniedException refused) {
            throw new DoorProblem(Kind.PERMISSION, "a file below filesRoot may not be read by the hub", refused);
        }
    }

    @Override
    public String test() throws DoorProblem {
        if (!Files.isDirectory(root) || !Files.isReadable(root)) {
            throw new DoorProblem(Kind.NOT_FOUND, "filesRoot is no folder that the hub can read");
        }
        return "filesRoot can be read";
    }
}
