package org.safepassage.connectors.upload;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.ReceiptFile;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpAnswer;
import org.safepassage.connectors.http.HttpDownload;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.plumbing.RecordPointers;
import org.safepassage.schemas.Content;

/// Receipts that a recipient's server lists as JSON: a stranger's small files, read when asked for and removed or told
/// when recorded.
///
/// @param line to the server
/// @param listPath of the listing
/// @param names JSON pointer to every name
/// @param path of one receipt, with `{name}`
/// @param doneMethod DELETE or POST
/// @param donePath with `{name}`
record ListedReceipts(HttpLine line, String listPath, String names, String path, String doneMethod, String donePath)
        implements Receipts {
    private static final int LARGEST_LISTING = 16 << 20;
    private static final int MOST_AT_ONCE = 10_000;

    @Override
    public List<ReceiptFile> waiting() throws DoorProblem {
        try (HttpAnswer answer = line.send(Ask.get(line.resolve(listPath)).header("Accept", "application/json"), 200)) {
            var waiting = new ArrayList<ReceiptFile>();
            for (JsonNode node : RecordPointers.nodes(answer.json(LARGEST_LISTING), names)) {
                String name = node.asText();
                boolean plain = node.isTextual()
                        && !name.startsWith(".")
                        && name.length() <= 200
                        && name.chars().allMatch(character -> character >= ' ' && character != '/');
                if (plain && waiting.size() < MOST_AT_ONCE) {
                    waiting.add(new ReceiptFile(name, content(address(path, name))));
                }
            }
            return waiting;
        } catch (DoorProblem problem) {
            throw problem.kind() == Kind.GONE
                    ? new DoorProblem(Kind.NOT_FOUND, "there is no listing where receiptsPath leads (status 404)")
                    : problem;
        }
    }

    private Content content(URI address) {
        return new Content() {
            @Override
            public InputStream open() throws IOException {
                return HttpDownload.open(line, Ask.get(address), LARGEST);
            }

            @Override
            public long size() {
                return -1;
            }
        };
    }

    @Override
    public void acknowledge(String name) throws DoorProblem {
        line.status(Ask.of(doneMethod, address(donePath, name)), 200, 202, 204, 404, 410);
    }

    private URI address(String template, String name) throws DoorProblem {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return line.resolve(template.replace("{name}", encoded));
    }
}
