package org.safepassage.redact.renditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.renditions.pages.ScanPage;
import org.safepassage.redact.renditions.pages.ScanReader;
import org.safepassage.redact.renditions.pages.Word;
import org.safepassage.redact.renditions.video.VideoReport;
import org.safepassage.redact.renditions.video.VideoResult;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Extraction.Status;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

class FileRedactorTest {
    private static final List<String> PLANTED =
            List.of("Вярбіцк", "Алес", "Прыдуман", "000-00-01", "375290000001", "verbitskaya", "p1", "cover.jpg");
    private static final Person COMPLAINANT = new Person(
            "p1", Role.COMPLAINANT, Sex.FEMALE, List.of(PersonName.of("Вярбіцкая Алеся Янкаўна")), List.of());

    @TempDir
    private Path folder;

    @Test
    void noPlantedValueIsInAnyFileOrItsName() throws Exception {
        // Given
        var statement = read("Мяне, Алесю Вярбіцкую, бачыў Прыдуманаў Пётр Янкавіч. Тэл. +375 29 000-00-01.", "be");
        var letter = with(
                read("Пісьмо без імёнаў.", "be"),
                new Extraction.Embedded("verbitskaya.docx", read("Вярбіцкая напісала. +375290000001", "be")),
                new Extraction.Embedded("cover.jpg", status(Status.NO_TEXT, "image/jpeg")));

        // When
        redactor().redact(texts(List.of(statement, letter))).writeTo(folder);

        // Then
        var files = files();
        assertThat(files)
                .containsOnlyKeys(
                        "document-1.pdf",
                        "document-1.txt",
                        "document-1.xhtml",
                        "document-2.pdf",
                        "document-2.txt",
                        "document-2.xhtml",
                        "report.json");
        assertThat(files.values()).allSatisfy(text -> assertThat(text).doesNotContain(PLANTED));
        assertThat(code(files, "document-1.txt"))
                .as("one person has one pseudonym in all files")
                .isEqualTo(code(files, "document-2.txt"));
        assertThat(files.get("document-2.txt")).startsWith("Пісьмо без імёнаў.\n=== attachment 1 ===\n");
    }

    @Test
    void theReportCountsWhatWasDoneAndSaysWhatIsWithheld() throws Exception {
        // Given
        var letter = with(
                read("Алеся Вярбіцкая і Вярбіцкая Алеся.", "be"),
                new Extraction.Embedded("a", status(Status.NO_TEXT, "image/jpeg")),
                new Extraction.Embedded("b", status(Status.ENCRYPTED, "application/zip")));
        var sources = List.of(
                status(Status.NO_TEXT, "image/jpeg"),
                letter,
                status(Status.ENCRYPTED, "application/pdf"),
                status(Status.NO_TEXT, "video/mp4"),
                status(Status.NO_TEXT, "audio/mpeg; by=Вярбіцкая"));

        // When
        var redacted = redactor().redact(texts(sources));

        // Then
        assertThat(redacted.unread()).isTrue();
        assertThat(redacted.texts()).containsOnlyKeys("document-2.txt", "document-2.xhtml");
        assertThat(redacted.report().toString()).isEqualTo("""
                {"policy":"test",\
                "documents":[{"source":2,"document":"document-2.txt","xhtml":"document-2.xhtml","pages":"document-2.pdf","status":"ok",\
                "redactions":[{"type":"PERSON","action":"pseudonym","recogniser":"known-name","count":2}],\
                "unread":[{"attachment":2,"status":"encrypted"}]}],\
                "withheld":[{"source":1,"mediaType":"image/jpeg","reason":"pixels-unredacted"},\
                {"source":3,"mediaType":"application/pdf","reason":"encrypted"},\
                {"source":4,"mediaType":"video/mp4","reason":"pixels-unredacted"},\
                {"source":5,"mediaType":"audio/mpeg","reason":"no-text"}]}""");
    }

    @Test
    void onlyOurOwnEarlierTextsAreReplacedOrRemoved() throws Exception {
        // Given
        var one = read("Першы.", "be");
        redactor().redact(texts(List.of(one, one, one))).writeTo(folder);
        Files.writeString(folder.resolve("document-7.txt"), "somebody's own");
        Files.writeString(folder.resolve("document-7.pdf"), "somebody's own");
        Files.writeString(folder.resolve("notes.txt"), "somebody's own");

        // When
        redactor().redact(texts(List.of(read("Другі.", "be")))).writeTo(folder);

        // Then
        var files = files();
        assertThat(files)
                .containsOnlyKeys(
                        "document-1.pdf",
                        "document-1.txt",
                        "document-1.xhtml",
                        "document-7.pdf",
                        "document-7.txt",
                        "notes.txt",
                        "report.json");
        assertThat(files).containsEntry("document-1.txt", "Другі.\n").containsEntry("notes.txt", "somebody's own");
    }

    @Test
    void aLinkInTheFolderIsReplacedAndNotFollowed() throws Exception {
        // Given
        Path original = Files.writeString(folder.resolve("original"), "untouched");
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.createSymbolicLink(out.resolve("document-1.txt"), original);

        // When
        redactor().redact(texts(List.of(read("Тэкст.", "be")))).writeTo(out);

        // Then
        assertThat(original).hasContent("untouched");
        assertThat(out.resolve("document-1.txt")).isRegularFile().hasContent("Тэкст.");
    }

    @Test
    void aPersonWithoutAUsableNameIsTold() throws Exception {
        // Given
        var persons = KnownPersons.parse("[{\"id\":\"p9\",\"name\":\"\"}]");

        // When
        var notices = new FileRedactor(Policies.parse("test.yaml", POLICY), persons).notices();

        // Then
        assertThat(notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice.person()).isEqualTo("p9"));
    }

    @ParameterizedTest
    @CsvSource({"mute, dropped", "change, changed", "keep, kept"})
    void theReportTellsWhatBecameOfAFilmsSound(String voice, String sound) throws Exception {
        // Given
        var covered = new VideoReport("h264", 480, 320, 80, 3200, List.of(), 0, List.of("data", "sound"), List.of());
        var film = new SourceFile.Film(
                status(Status.NO_TEXT, "video/mp4"), new VideoResult.Redacted(covered), folder.resolve("film.mp4"));
        var policy = Policies.parse("test.yaml", POLICY.replace("rows:", "voice: " + voice + "\nrows:"));

        // When
        var row = new FileRedactor(policy, List.of())
                .redact(List.of(film))
                .report()
                .at("/videos/0");

        // Then
        assertThat(row.path("sound").asText()).isEqualTo(sound);
        assertThat(row.path("dropped").toString().contains("sound")).isEqualTo(sound.equals("dropped"));
    }

    @ParameterizedTest
    @CsvSource({"release, ok", "hold, review"})
    void aScanThatWasReadAndPaintedIsNoFileWithoutText(String rule, String status) throws Exception {
        // Given: what a format has no text for
        var words = List.of(new Word("Пісьмо", 1, 1, 20, 20, 100, 30, 96));
        var scan = new SourceFile.Scan(
                status(Status.NO_TEXT, "image/png"),
                new ScanReader.Result.Read(List.of(new ScanPage("page", words))),
                page -> printed(20, 20, 100, 30));
        var policy = Policies.parse("test.yaml", POLICY.replace("rows:", "scans: " + rule + "\nrows:"));

        // When
        var row = new FileRedactor(policy, List.of())
                .redact(List.of(scan))
                .report()
                .at("/documents/0");

        // Then
        assertThat(row.path("status").asText()).isEqualTo(status);
        assertThat(row.path("pages").asText()).isEqualTo("document-1.pdf");
    }

    /// A page of pixels with a dark box for a word.
    private static byte[] printed(int left, int top, int width, int height) throws IOException {
        byte[] pixels = new byte[400 * 100];
        java.util.Arrays.fill(pixels, (byte) 0xff);
        for (int y = top; y < top + height; y++) {
            java.util.Arrays.fill(pixels, y * 400 + left, y * 400 + left + width, (byte) 0);
        }
        var out = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(out)) {
            packing.write("P5 400 100 255\n".getBytes(StandardCharsets.US_ASCII));
            packing.write(pixels);
        }
        return out.toByteArray();
    }

    private static final String POLICY = """
            policy: test
            description: For this test.
            rows:
              any:
                PERSON: pseudonym
                LOCATION: keep
                DATE: keep
              unlinked:
                PERSON: remove
            """;

    private static List<SourceFile> texts(List<Extraction> read) {
        return read.stream().<SourceFile>map(SourceFile.Text::new).toList();
    }

    private static FileRedactor redactor() throws Exception {
        return new FileRedactor(Policies.parse("test.yaml", POLICY), List.of(COMPLAINANT));
    }

    private static Extraction read(String text, String language) {
        return new Extraction(
                Status.OK,
                "",
                "text/plain",
                0,
                List.of(language),
                text,
                List.of(),
                Map.of("Author", List.of("p1")),
                List.of());
    }

    private static Extraction status(Status status, String mediaType) {
        return new Extraction(status, "reason", mediaType, 0, List.of(), "", List.of(), Map.of(), List.of());
    }

    private static Extraction with(Extraction outer, Extraction.Embedded... embedded) {
        return new Extraction(
                outer.status(),
                outer.reason(),
                outer.mediaType(),
                0,
                outer.languages(),
                outer.text(),
                outer.passages(),
                outer.metadata(),
                List.of(embedded));
    }

    private static String code(Map<String, String> files, String name) {
        var matcher =
                java.util.regex.Pattern.compile("Асоб\\p{L}+ ([A-Z0-9]{4})").matcher(files.getOrDefault(name, ""));
        return matcher.find() ? matcher.group(1) : "none in " + name;
    }

    /// A text as it is, a PDF as it reads.
    private static String content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.US_ASCII).equals("%PDF")) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try (var pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private Map<String, String> files() throws IOException {
        var files = new java.util.TreeMap<String, String>();
        try (Stream<Path> list = Files.list(folder)) {
            for (Path file : list.toList()) {
                files.put(file.getFileName().toString(), content(file));
            }
        }
        return files;
    }
}
