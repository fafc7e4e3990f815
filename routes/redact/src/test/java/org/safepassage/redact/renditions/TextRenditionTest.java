package org.safepassage.redact.renditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.pseudonyms.MemoryRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.schemas.Extraction.Passage;
import org.safepassage.schemas.Mention;

class TextRenditionTest {
    @Test
    void aMentionThatRunsOverAPageIsRedactedWholeAndThePagesKeepTheirMarks() throws Exception {
        // Given
        String text = "Свидетель Выдуманов\nИван сказал.";
        var mention = new Mention(10, 24, "PERSON", null, null, 0.9, "test");
        var passages = List.of(new Passage(1, 0, 20, "ru", "text"), new Passage(2, 20, 32, "ru", "text"));

        // When
        var rendition = render(new DocumentPart(text, "ru", List.of(mention), passages));

        // Then
        assertThat(rendition).isEqualTo("""

                --- page 1 ---
                Свидетель [имя]

                --- page 2 ---
                 сказал.
                """);
    }

    @Test
    void attachmentsFollowUnderANeutralHeading() throws Exception {
        // Given
        var letter = new DocumentPart("See attached.", "en", List.of(), List.of());
        var attachment = new DocumentPart("Nothing\u202E hidden\u0007.", "en", List.of(), List.of());

        // When
        var rendition = render(letter, attachment);

        // Then
        assertThat(rendition).isEqualTo("""
                See attached.
                === attachment 1 ===
                Nothing hidden.
                """);
    }

    private static String render(DocumentPart... parts) throws Exception {
        var policy = Policies.parse("test.yaml", """
                policy: test
                description: For this test.
                generalise:
                  DATE: month
                rows:
                  any:
                    PERSON: remove
                  unlinked:
                    PERSON: remove
                """);
        var allowance =
                new Allowance(policy, Set.of(), List.of(), new PseudonymMaker(new MemoryRegister(), new Random(1)), "");
        return new TextRendition().render(List.of(parts), allowance, "x1").text();
    }
}
