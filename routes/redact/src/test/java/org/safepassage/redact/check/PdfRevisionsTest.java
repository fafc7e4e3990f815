package org.safepassage.redact.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safepassage.schemas.Content;

class PdfRevisionsTest {
    @Test
    void everyRevisionButTheNewestIsHadFromTheBeginning() throws Exception {
        assertThat(before("%PDF-1.7 one %%EOF\n two %%%EOF\n three %%EOF\n"))
                .containsExactly("%PDF-1.7 one %%EOF", "%PDF-1.7 one %%EOF\n two %%%EOF");
    }

    @Test
    void aPdfOfOneRevisionHasNone() throws Exception {
        assertThat(before("%PDF-1.7 one %%EOF\n")).isEmpty();
        assertThat(before("%PDF-1.7 cut")).isEmpty();
    }

    @Test
    void theFirstPartOfALinearisedPdfIsNoRevision() throws Exception {
        assertThat(before("%PDF-1.7 <</Linearized 1>> one %%EOF\n two %%EOF")).isEmpty();
        assertThat(before("%PDF-1.7 <</Linearized 1>> one %%EOF\n two %%EOF three %%EOF"))
                .containsExactly("%PDF-1.7 <</Linearized 1>> one %%EOF\n two %%EOF");
    }

    @Test
    void whatIsNoPdfHasNone() throws Exception {
        assertThat(before("one %%EOF\n two %%EOF\n")).isEmpty();
    }

    @Test
    void tooManyRevisionsAreNotRead() {
        assertThatThrownBy(() -> before("%PDF-1.7 " + "x %%EOF\n".repeat(1_000)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("revisions");
    }

    private static List<String> before(String pdf) throws Exception {
        var revisions = new ArrayList<String>();
        for (Content revision :
                PdfRevisions.before(CheckScene.file("a.pdf", pdf).content())) {
            try (InputStream stream = revision.open()) {
                String read = new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(revision.size()).isEqualTo(read.length());
                revisions.add(read);
            }
        }
        return revisions;
    }
}
