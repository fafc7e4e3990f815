package org.safepassage.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Extraction.Status;

/// An Outlook message holds its words several times over.
@Tag("slow")
final class OutlookMessageTest {
    @RegisterExtension
    static final OnePool POOL = new OnePool();

    @Test
    void aMessageSaysItsWordsOnceThoughItHoldsThemTwice() throws IOException {
        // Given
        byte[] message = message("They took me near my house.", "<p>They took <b>me</b> near my house.</p>");

        // When
        Extraction read = POOL.read(message, "a.msg");

        // Then
        assertThat(read.status()).isEqualTo(Status.OK);
        assertThat(read.text()).contains("About the house").containsOnlyOnce("They took me near my house.");
        assertThat(read.embedded()).isEmpty();
    }

    @Test
    void aBodyThatSaysSomethingElseIsReadToo() throws IOException {
        // Given
        byte[] message = message("They took him.", "<p>They took me near my house.</p>");

        // When
        Extraction read = POOL.read(message, "a.msg");

        // Then
        assertThat(read.text()).contains("They took me near my house.");
        assertThat(read.embedded()).singleElement().satisfies(other -> {
            assertThat(other.path()).isEqualTo("text-body");
            assertThat(other.extraction().text()).isEqualTo("They took him.");
        });
    }

    @Test
    void whatTheMarkupOfABodyHidesIsKnownOfTheMessage() throws IOException {
        // Given
        byte[] message = message("Seen.", "<p>Seen.</p><!-- remark -->");

        // When
        Extraction read = POOL.read(message, "a.msg");

        // Then
        assertThat(read.metadata().get("html:hidden")).containsExactly("remark");
    }

    private static byte[] message(String plain, String html) throws IOException {
        try (var compound = new POIFSFileSystem();
                var bytes = new ByteArrayOutputStream()) {
            DirectoryEntry root = compound.getRoot();
            put(root, "__properties_version1.0", new byte[32]);
            root.createDirectory("__nameid_version1.0");
            put(root, "__substg1.0_001A001F", "IPM.Note".getBytes(StandardCharsets.UTF_16LE));
            put(root, "__substg1.0_0037001F", "About the house".getBytes(StandardCharsets.UTF_16LE));
            put(root, "__substg1.0_1000001F", plain.getBytes(StandardCharsets.UTF_16LE));
            put(
                    root,
                    "__substg1.0_10130102",
                    ("<html><body>" + html + "</body></html>").getBytes(StandardCharsets.UTF_8));
            compound.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static void put(DirectoryEntry folder, String name, byte[] value) throws IOException {
        folder.createDocument(name, new ByteArrayInputStream(value));
    }
}
