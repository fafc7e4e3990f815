package org.safepassage.redact.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Extraction.Status;

class UnreadableFilesTest {
    @ParameterizedTest
    @EnumSource(names = {"ENCRYPTED", "CORRUPT", "TIMEOUT", "CRASHED", "TOO_LARGE"})
    void whatCannotBeReadBackIsUnreadable(Status status) {
        // Given
        ReadBack reader = CheckScene.reader(CheckScene.extraction(status, "", Map.of()));

        // When
        CheckResult result = CheckScene.check(reader, CheckScene.file("data/a.pdf", "%PDF-1.7"));

        // Then
        assertThat(result).isInstanceOfSatisfying(CheckResult.Unreadable.class, unreadable -> {
            assertThat(unreadable.file()).isEqualTo("data/a.pdf");
            assertThat(unreadable.why())
                    .contains(status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        });
    }

    @Test
    void anUnreadableFileInsideAnotherMakesItUnreadable() {
        // Given
        var locked = CheckScene.extraction(Status.ENCRYPTED, "", Map.of());
        var outer = new Extraction(
                Status.OK,
                "",
                "message/rfc822",
                0,
                List.of(),
                "words",
                List.of(),
                Map.of(),
                List.of(new Extraction.Embedded("a.zip", locked)));

        // When
        CheckResult result = CheckScene.check(CheckScene.reader(outer), CheckScene.file("data/a.eml", "words"));

        // Then
        assertThat(result).isInstanceOf(CheckResult.Unreadable.class);
    }

    @Test
    void aDocumentWithoutTextIsUnreadableAndAPictureIsNot() {
        // Given
        ReadBack document = CheckScene.reader(noText("application/pdf"));
        ReadBack picture = CheckScene.reader(noText("image/jpeg"));

        // Then
        assertThat(CheckScene.check(document, CheckScene.file("data/a.pdf", "%PDF")))
                .isInstanceOf(CheckResult.Unreadable.class);
        assertThat(CheckScene.check(picture, CheckScene.file("data/a.jpg", "\u0001\u0002")))
                .isInstanceOf(CheckResult.Clean.class);
    }

    @Test
    void partOfAPlainTextIsEnoughButNoneOfItIsNot() {
        assertThat(CheckScene.check(
                        CheckScene.reader(CheckScene.extraction(Status.PARTIAL, "words", Map.of())),
                        CheckScene.file("data/a.txt", "words")))
                .isInstanceOf(CheckResult.Clean.class);
        assertThat(CheckScene.check(
                        CheckScene.reader(CheckScene.extraction(Status.PARTIAL, " ", Map.of())),
                        CheckScene.file("data/a.txt", "words")))
                .isInstanceOf(CheckResult.Unreadable.class);
    }

    @Test
    void aFileOfWhichAPageWasNotReadBackIsUnreadableAndSaysWhichAndWhy() {
        // Given: a scan of which one page was recognised, and a photograph that nobody tried to recognise
        var scan = new Extraction(
                Status.PARTIAL,
                "ocr-failed: page 2",
                "application/pdf",
                2,
                List.of(),
                "words",
                List.of(),
                Map.of(),
                List.of());
        var photograph = new Extraction(
                Status.NO_TEXT, "ocr-missing: page 1", "image/png", 0, List.of(), "", List.of(), Map.of(), List.of());

        // When
        var cut = CheckScene.check(CheckScene.reader(scan), CheckScene.file("data/a.pdf", "%PDF"));
        var unread = CheckScene.check(CheckScene.reader(photograph), CheckScene.file("data/a.png", "\u0001\u0002"));

        // Then
        assertThat(cut)
                .isEqualTo(new CheckResult.Unreadable("data/a.pdf", "was read back as partial (ocr-failed: page 2)"));
        assertThat(unread)
                .isInstanceOfSatisfying(
                        CheckResult.Unreadable.class,
                        held -> assertThat(held.lacksRecognition()).isTrue());
    }

    @Test
    void aPaintedPageIsReadBackOnlyWhenMostOfItsWordsAreFoundAgain() {
        // Given: two pages, of which the second shows four words
        var passages =
                List.of(new Extraction.Passage(1, 0, 9, "en", "ocr"), new Extraction.Passage(2, 9, 12, "en", "ocr"));
        var read = new Extraction(
                Status.OK, "", "application/pdf", 2, List.of(), "one two \nthr", passages, Map.of(), List.of());
        var pdf = CheckScene.file("data/a.pdf", "%PDF");

        // When
        var enough =
                CheckScene.check(CheckScene.reader(read), new CheckedFile(pdf.path(), pdf.content(), List.of(3, 2)));
        var tooFew =
                CheckScene.check(CheckScene.reader(read), new CheckedFile(pdf.path(), pdf.content(), List.of(3, 4)));
        var unseen =
                CheckScene.check(CheckScene.reader(read), new CheckedFile(pdf.path(), pdf.content(), List.of(0, 0, 1)));

        // Then
        assertThat(enough).isInstanceOf(CheckResult.Clean.class);
        assertThat(tooFew).isEqualTo(new CheckResult.Unreadable("data/a.pdf", "page 2 was not recognised again"));
        assertThat(unseen).isEqualTo(new CheckResult.Unreadable("data/a.pdf", "page 3 was not recognised again"));
    }

    @Test
    void aTextLayerDoesNotStandForThePixelsUnderIt() {
        // Given
        var layer = new Extraction.Passage(1, 0, 14, "en", "text");
        var read = new Extraction(
                Status.OK, "", "application/pdf", 1, List.of(), "one two three\n", List.of(layer), Map.of(), List.of());
        var pdf = CheckScene.file("data/a.pdf", "%PDF");

        // When
        var result = CheckScene.check(CheckScene.reader(read), new CheckedFile(pdf.path(), pdf.content(), List.of(3)));

        // Then
        assertThat(result).isEqualTo(new CheckResult.Unreadable("data/a.pdf", "page 1 was not recognised again"));
    }

    @Test
    void anEmptyFileIsCleanWithoutBeingReadBack() {
        // Given
        ReadBack refusing = (content, name) -> {
            throw new IOException("must not be asked");
        };

        // Then
        assertThat(CheckScene.check(refusing, CheckScene.file("data/a.txt", "")))
                .isEqualTo(new CheckResult.Clean(1, 0));
    }

    @Tag("slow")
    @Test
    void aBombIsUnreadableInsteadOfEndless() throws IOException {
        // Given
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 600; i++) {
                zip.write(zeros);
            }
        }

        // When
        CheckResult result = CheckScene.check(
                CheckScene.reader(noText("image/png")), CheckScene.file("data/a.bin", out.toByteArray()));

        // Then
        assertThat(result).isEqualTo(new CheckResult.Unreadable("data/a.bin", "unpacks to more than 512 MiB"));
    }

    @Test
    void aDamagedArchiveIsUnreadable() throws IOException {
        // Given
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a"));
            zip.write("words and words and more words".repeat(50).getBytes(StandardCharsets.UTF_8));
        }
        byte[] cut = Arrays.copyOf(out.toByteArray(), 60);

        // When
        CheckResult result =
                CheckScene.check(CheckScene.reader(noText("image/png")), CheckScene.file("data/a.bin", cut));

        // Then
        assertThat(result).isInstanceOf(CheckResult.Unreadable.class);
    }

    private static Extraction noText(String mediaType) {
        return new Extraction(Status.NO_TEXT, "", mediaType, 0, List.of(), "", List.of(), Map.of(), List.of());
    }
}
