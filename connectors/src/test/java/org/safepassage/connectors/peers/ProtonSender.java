package org.safepassage.connectors.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safepassage.schemas.Content;

/// Debian's Qpid Proton as a partner's own client; see `send.py`.
public final class ProtonSender {
    private static final String PYTHON = "/usr/bin/python3";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final String url;
    private final String queue;
    private final List<String> login;

    /// @param folder for the files that are sent
    /// @param login user, password, and a file with the certificate authority, as far as they are wanted
    public ProtonSender(Path folder, String url, String queue, List<String> login) {
        this.folder = folder;
        this.url = url;
        this.queue = queue;
        this.login = List.copyOf(login);
    }

    /// One message to send.
    ///
    /// @param id text, a number, or `uuid:` and a UUID
    /// @param as `data`, `binary`, `text` or `list`
    public record Outgoing(@Nullable Object id, Content body, Map<String, Object> properties, String as) {
        public static Outgoing data(@Nullable Object id, byte[] body, Map<String, Object> properties) {
            return new Outgoing(id, Content.of(body), properties, "data");
        }
    }

    /// Sends and answers with what the broker said, a line a message.
    public String send(List<Outgoing> messages) throws IOException, InterruptedException {
        Peer.program("python3-qpid-proton", PYTHON);
        Path script = folder.resolve("send.py");
        try (var in = ProtonSender.class.getResourceAsStream("/org/safepassage/connectors/amqp/send.py")) {
            Files.write(script, Objects.requireNonNull(in).readAllBytes());
        }
        var lines = new StringBuilder();
        for (Outgoing message : messages) {
            Path file = Files.createTempFile(folder, "body", ".bin");
            try (var in = message.body().open()) {
                Files.write(file, in.readAllBytes());
            }
            var line = new LinkedHashMap<String, Object>();
            if (message.id() != null) {
                line.put("id", message.id());
            }
            line.put("file", file.toString());
            line.put("properties", message.properties());
            line.put("as", message.as());
            lines.append(JSON.writeValueAsString(line)).append('\n');
        }
        Path list = Files.createTempFile(folder, "list", ".jsonl");
        Files.writeString(list, lines);
        var command = new ArrayList<>(List.of(PYTHON, script.toString(), url, queue));
        command.addAll(login);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(list.toFile())
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        if (said.contains("ModuleNotFoundError")) {
            throw new AssertionError("install the Debian package python3-qpid-proton");
        }
        return said;
    }
}
