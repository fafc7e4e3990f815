package org.safepassage.hub.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.safepassage.hub.secrets.SecretVersion.State;

/// Puts values in the place of `${secret:NAME}` (the hub's store) and `${file:/path}` (such as a Kubernetes secret),
/// each
/// time they are needed: what is exchanged there is used from the next connection on. `${NAME}` of the environment is
/// not looked up here but when a file is read. Thread-safe.
public final class SecretReferences {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(secret|file):([^}]*)}");

    private final SecretStore store;
    private final boolean next;

    /// @param store the hub's
    public SecretReferences(SecretStore store) {
        this(store, false);
    }

    private SecretReferences(SecretStore store, boolean next) {
        this.store = store;
        this.next = next;
    }

    /// References that take the next version of a secret where there is one, to test it before the switch.
    public SecretReferences withNext() {
        return new SecretReferences(store, true);
    }

    /// Whether a text refers to a secret.
    public static boolean refers(String text) {
        return REFERENCE.matcher(text).find();
    }

    /// The text with values in the place of references.
    ///
    /// @throws UnknownSecret when one cannot be had
    public String resolve(String text) throws IOException {
        return resolve(text, next ? State.NEXT : State.CURRENT);
    }

    /// As [#resolve(String)], for all values.
    public Map<String, String> resolve(Map<String, String> parameters) throws IOException {
        var resolved = new LinkedHashMap<String, String>();
        for (var entry : parameters.entrySet()) resolved.put(entry.getKey(), resolve(entry.getValue()));
        return resolved;
    }

    /// Every value that somebody else may still show for this text: after a switch the previous one, too, until it is
    /// retired.
    public List<String> accepted(String text) throws IOException {
        var all = new ArrayList<String>();
        all.add(resolve(text, State.CURRENT));
        String before = resolve(text, State.PREVIOUS);
        if (!all.contains(before)) all.add(before);
        return all;
    }

    private String resolve(String text, State wanted) throws IOException {
        if (!text.contains("${")) return text;
        var matcher = REFERENCE.matcher(text);
        var resolved = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            resolved.append(text, from, matcher.start());
            resolved.append(
                    matcher.group(1).equals("file") ? file(matcher.group(2)) : stored(matcher.group(2), wanted));
            from = matcher.end();
        }
        return resolved.append(text, from, text.length()).toString();
    }

    private String stored(String name, State wanted) throws IOException {
        if (!SecretStore.isName(name))
            throw new UnknownSecret("a secret's name has a-z, 0-9 and hyphens, at most 60: correct ${secret:…}");
        var value = store.value(name, wanted);
        if (value.isEmpty() && wanted != State.CURRENT) value = store.value(name, State.CURRENT);
        return value.orElseThrow(() -> new UnknownSecret(
                "secret " + name + " is not in the store: put it there with: hub secret set " + name));
    }

    private static String file(String path) throws IOException {
        Path file = Path.of(path);
        if (!file.isAbsolute()) throw new UnknownSecret("${file:…} wants a whole path, beginning with /");
        try {
            if (Files.size(file) > SecretStore.LARGEST)
                throw new UnknownSecret("the secret's file " + file + " is larger than 64 KiB");
            return Files.readString(file).stripTrailing();
        } catch (UnknownSecret tooLarge) {
            throw tooLarge;
        } catch (IOException unreadable) {
            throw new UnknownSecret("the secret's file " + file + " cannot be read: see that it is there and readable");
        }
    }
}
