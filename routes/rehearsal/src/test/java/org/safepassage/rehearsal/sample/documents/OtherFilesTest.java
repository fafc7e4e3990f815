package org.safepassage.rehearsal.sample.documents;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.language.DocumentKind;

class OtherFilesTest {
    private static final Caption CAPTION = new Caption(
            "Рукі Алеся пасля вызвалення",
            "Таццяна Кавальчук",
            "123456789",
            LocalDateTime.of(2021, 8, 14, 10, 30),
            true,
            53.9012,
            -27.5601);

    @Test
    void aPhotographTellsAuthorPlaceAndThumbnail() throws Exception {
        // When
        byte[] jpeg = JpegFile.write(CAPTION, Dice.of(1, 1));

        // Then
        var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(jpeg));
        var root = requireNonNull(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class));
        assertThat(new String(root.getByteArray(ExifIFD0Directory.TAG_ARTIST), StandardCharsets.UTF_8))
                .startsWith(CAPTION.author());
        assertThat(root.getDescription(ExifIFD0Directory.TAG_WIN_COMMENT)).isEqualTo(CAPTION.description());
        var place = requireNonNull(requireNonNull(metadata.getFirstDirectoryOfType(GpsDirectory.class))
                .getGeoLocation());
        assertThat(place.getLatitude()).isBetween(53.9011, 53.9013);
        assertThat(place.getLongitude()).isBetween(-27.5602, -27.5600);
        assertThat(metadata.getFirstDirectoryOfType(ExifThumbnailDirectory.class))
                .isNotNull();
        assertThat(requireNonNull(metadata.getFirstDirectoryOfType(XmpDirectory.class))
                        .getXmpProperties()
                        .values())
                .contains(CAPTION.author());
        assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isEqualTo(800);
        assertThat(jpeg.length).isBetween(30_000, 120_000);
    }

    @Test
    void aPngTellsItsAuthorInAnyLetters() throws Exception {
        // When
        byte[] png = PngFile.write(CAPTION, Dice.of(1, 1));

        // Then
        Reader.Read read = Reader.read(png, "x.png");
        assertThat(read.failed()).isFalse();
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(160);
        assertThat(new String(png, StandardCharsets.UTF_8)).contains(CAPTION.author(), CAPTION.description());
    }

    @Test
    void aFilmTellsItsPlaceAndNothingOfTheClock() throws Exception {
        // When
        byte[] film = Mp4File.write(CAPTION, Dice.of(1, 1));

        // Then
        assertThat(new String(film, StandardCharsets.UTF_8))
                .contains("+53.9012-027.5601/", CAPTION.author(), CAPTION.description());
        Reader.Read read = Reader.read(film, "x.mp4");
        assertThat(read.failed()).isFalse();
        assertThat(read.type()).isEqualTo("video/mp4");
        assertThat(read.all()).containsPattern("2021[:-]08[:-]14[ T]10:30:00");
    }

    @Test
    void aFilmIsMadeAsLargeAsAsked() throws Exception {
        // Given
        byte[] film = Mp4File.write(CAPTION, Dice.of(1, 1));
        var counted = new OutputStream() {
            private long count;

            @Override
            public void write(int one) {
                count++;
            }

            @Override
            public void write(byte[] many, int from, int length) {
                count += length;
            }
        };
        var small = new ByteArrayOutputStream();

        // When
        Mp4File.writeLarge(film, 5_000_000_123L, counted);
        Mp4File.writeLarge(film, 300_000, small);

        // Then
        assertThat(counted.count).isEqualTo(5_000_000_123L);
        assertThat(small.size()).isEqualTo(300_000);
        assertThat(Reader.read(small.toByteArray(), "x.mp4").failed()).isFalse();
    }

    @Test
    void outlookMailHoldsItsWordsPeopleAndAttachment() throws Exception {
        // Given
        Letter letter = letter();

        // When
        byte[] mail = MsgFile.write(letter);

        // Then
        try (var message = new MAPIMessage(new ByteArrayInputStream(mail))) {
            assertThat(message.getSubject()).isEqualTo(letter.document().title());
            assertThat(message.getDisplayFrom()).isEqualTo(letter.from());
            assertThat(message.getTextBody()).isEqualTo(letter.words());
            assertThat(message.getRecipientEmailAddress()).isEqualTo(letter.toAddress());
            assertThat(message.getAttachmentFiles()).hasSize(1);
            assertThat(message.getAttachmentFiles()[0].getAttachLongFileName().getValue())
                    .isEqualTo(letter.attachmentName());
        }
        assertThat(Reader.read(mail, "x").all()).contains("secret of the attachment", letter.attachmentName());
    }

    @Test
    void mailHoldsItsWordsPeopleAndAttachment() throws Exception {
        // Given
        Letter letter = letter();

        // When
        Reader.Read read = Reader.read(EmlFile.write(letter), "x.eml");

        // Then
        assertThat(read.type()).isEqualTo("message/rfc822");
        assertThat(read.all())
                .contains(letter.from(), letter.fromAddress(), letter.to(), letter.toAddress())
                .contains(Reader.folded(letter.document().title()))
                .contains("secret of the attachment", letter.attachmentName());
    }

    @Test
    void lockedFilesAskForThePasswordAndOpenWithIt() throws Exception {
        // Given
        Document document = DocumentFormatTest.document(DocumentFormat.PDF, DocumentKind.REFERENCE, 1);
        byte[] word = DocumentFormat.DOCX.write(document);

        // When
        byte[] pdf = Locked.pdf(document, "open sesame");
        byte[] office = Locked.office(word, "open sesame", Dice.of(1, 1));
        byte[] zip = Locked.zip("inside.docx", word, "open sesame", Dice.of(1, 1));

        // Then
        assertThatThrownBy(() -> Loader.loadPDF(pdf)).isInstanceOf(InvalidPasswordException.class);
        try (var opened = Loader.loadPDF(pdf, "open sesame")) {
            assertThat(opened.getNumberOfPages()).isEqualTo(1);
        }
        try (var compound = new POIFSFileSystem(new ByteArrayInputStream(office))) {
            Decryptor decryptor = new EncryptionInfo(compound).getDecryptor();
            assertThat(decryptor.verifyPassword("wrong")).isFalse();
            assertThat(decryptor.verifyPassword("open sesame")).isTrue();
            assertThat(decryptor.getDataStream(compound).readAllBytes()).isEqualTo(word);
        }
        try (var entries = new ZipArchiveInputStream(new ByteArrayInputStream(zip))) {
            var entry = entries.getNextEntry();
            assertThat(entry.getName()).isEqualTo("inside.docx");
            assertThat(entry.getGeneralPurposeBit().usesEncryption()).isTrue();
            assertThat(entries.canReadEntryData(entry)).isFalse();
        }
        assertThat(Locked.pdf(document, "open sesame")).isEqualTo(pdf);
        assertThat(Locked.office(word, "open sesame", Dice.of(1, 1))).isEqualTo(office);
    }

    private static Letter letter() {
        Document document = DocumentFormatTest.document(DocumentFormat.TXT, DocumentKind.LETTER, 1);
        return new Letter(
                document,
                "Ганна Сіткевіч",
                "hanna@mail.example",
                "Пётр Бародзіч",
                "piotr@mail.example",
                LocalDate.of(2021, 9, 1),
                "Характарыстыка Кавальчук.txt",
                "text/plain",
                "secret of the attachment".getBytes(StandardCharsets.UTF_8));
    }
}
