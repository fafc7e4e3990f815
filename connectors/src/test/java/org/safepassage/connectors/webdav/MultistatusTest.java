package org.safepassage.connectors.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.DoorProblem;

class MultistatusTest {
    private static List<Multistatus.Response> read(String xml) throws DoorProblem {
        var responses = new ArrayList<Multistatus.Response>();
        Multistatus.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), responses::add);
        return responses;
    }

    @Test
    void theAnswerOfANextcloudIsRead() throws Exception {
        // When
        var responses = read("""
                <?xml version="1.0"?>
                <d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns" xmlns:oc="http://owncloud.org/ns">
                 <d:response><d:href>/remote.php/dav/files/hub/cases/</d:href><d:propstat><d:prop>
                  <d:getetag>&quot;65a&quot;</d:getetag><d:resourcetype><d:collection/></d:resourcetype></d:prop>
                  <d:status>HTTP/1.1 200 OK</d:status></d:propstat>
                  <d:propstat><d:prop><d:getcontentlength/></d:prop><d:status>HTTP/1.1 404 Not Found</d:status>
                  </d:propstat></d:response>
                 <d:response><d:href>/remote.php/dav/files/hub/cases/K-1.zip</d:href><d:propstat><d:prop>
                  <d:getlastmodified>Thu, 01 Jan 2026 12:00:00 GMT</d:getlastmodified>
                  <d:getcontentlength>1048576</d:getcontentlength><d:resourcetype/>
                  <d:getetag>&quot;7f3a&quot;</d:getetag></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>
                 </d:response>
                </d:multistatus>
                """);
        // Then
        assertThat(responses)
                .containsExactly(
                        new Multistatus.Response("/remote.php/dav/files/hub/cases/", -1, "\"65a\"", "", true),
                        new Multistatus.Response(
                                "/remote.php/dav/files/hub/cases/K-1.zip",
                                1_048_576,
                                "\"7f3a\"",
                                "Thu, 01 Jan 2026 12:00:00 GMT",
                                false));
    }

    @Test
    void anEntityThatNamesAFileIsNotRead(@TempDir Path folder) throws Exception {
        // Given
        Path secret = Files.writeString(folder.resolve("secret"), "/stolen");
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY f SYSTEM \"" + secret.toUri() + "\">]>"
                + "<multistatus xmlns=\"DAV:\"><response><href>&f;</href></response></multistatus>";
        // When
        var responses = new ArrayList<Multistatus.Response>();
        try {
            responses.addAll(read(xml));
        } catch (DoorProblem refused) {
            assertThat(refused.kind()).isEqualTo(DoorProblem.Kind.PEER_FAULT);
        }
        // Then
        assertThat(responses.toString()).doesNotContain("stolen");
    }

    @Test
    void anAnswerThatIsNoXmlIsThePeersFault() {
        for (String answer : List.of("<html><p>Wartung</html>", "", "<multistatus xmlns=\"DAV:\"><response>")) {
            // When, then
            assertThatThrownBy(() -> read(answer))
                    .isInstanceOfSatisfying(
                            DoorProblem.class,
                            problem -> assertThat(problem.kind()).isEqualTo(DoorProblem.Kind.PEER_FAULT));
        }
    }

    @Test
    void aPropertyWithoutEndIsNotKept() {
        // When, then
        assertThatThrownBy(() -> read("<multistatus xmlns=\"DAV:\"><response><href>" + "a".repeat(100_000)
                        + "</href></response></multistatus>"))
                .isInstanceOf(DoorProblem.class);
    }
}
