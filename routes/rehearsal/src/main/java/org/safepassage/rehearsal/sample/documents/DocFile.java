package org.safepassage.rehearsal.sample.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hpsf.WritingNotSupportedException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.CodePageUtil;

/// Writes Word 97 binary files ([MS-DOC]), as small as readers accept: one piece of UTF-16 text, one style, one font,
/// one section; pages parted by form feeds; author, title and number of pages in the summary information.
final class DocFile {
    private static final int SECTOR = 512;
    private static final int FIRST_LETTER = 1024;
    private static final int PARAGRAPHS_OF_A_PAGE = 24;
    private static final int FIB_PAIRS = 154;
    private static final int STYLES = 15;

    private DocFile() {}

    static byte[] write(Document document) {
        String text = document.text().replace("\n", "\r").replace("\f", "\r\f") + "\r";
        var table = new TableStream();
        byte[] word = wordStream(text, table);
        try (var compound = new POIFSFileSystem();
                var bytes = new ByteArrayOutputStream()) {
            compound.createDocument(new ByteArrayInputStream(word), "WordDocument");
            compound.createDocument(new ByteArrayInputStream(table.bytes()), "1Table");
            compound.createDocument(
                    new ByteArrayInputStream(summary(document)), SummaryInformation.DEFAULT_STREAM_NAME);
            compound.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (IOException | WritingNotSupportedException e) {
            throw new UncheckedIOException(new IOException("DOC not written", e));
        }
    }

    private static byte[] summary(Document document) throws IOException, WritingNotSupportedException {
        SummaryInformation summary = PropertySetFactory.newSummaryInformation();
        summary.getFirstSection().setCodepage(CodePageUtil.CP_UTF8);
        summary.setTitle(document.title());
        summary.setAuthor(document.author());
        summary.setPageCount(document.pages().size());
        var bytes = new ByteArrayOutputStream();
        summary.write(bytes);
        return bytes.toByteArray();
    }

    /// The file information block, the text, and the pages that say where runs and paragraphs end.
    private static byte[] wordStream(String text, TableStream table) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_16LE);
        int afterText = FIRST_LETTER + letters.length;
        int characterPage = (afterText + SECTOR - 1) / SECTOR;
        List<List<Integer>> paragraphPages = paragraphPages(text);
        ByteBuffer word = ByteBuffer.allocate((characterPage + 1 + paragraphPages.size()) * SECTOR)
                .order(ByteOrder.LITTLE_ENDIAN);
        word.position(FIRST_LETTER);
        word.put(letters);
        word.putInt(characterPage * SECTOR, FIRST_LETTER).putInt(characterPage * SECTOR + 4, afterText);
        word.put((characterPage + 1) * SECTOR - 1, (byte) 1);
        int page = characterPage;
        for (List<Integer> ends : paragraphPages) {
            page++;
            paragraphPage(word, page * SECTOR, ends);
        }
        head(word, text.length(), afterText);
        table.tables(text.length(), characterPage, paragraphPages);
        table.offsets()
                .forEach(each -> word.putInt(FIB_PAIRS + each.index() * 8, each.offset())
                        .putInt(FIB_PAIRS + each.index() * 8 + 4, each.length()));
        return word.array();
    }

    /// Places in the stream where paragraphs start and end, so many to a page.
    private static List<List<Integer>> paragraphPages(String text) {
        var pages = new ArrayList<List<Integer>>();
        List<Integer> open = new ArrayList<>(List.of(FIRST_LETTER));
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\r' || text.charAt(i) == '\f') {
                open.add(FIRST_LETTER + 2 * (i + 1));
                if (open.size() > PARAGRAPHS_OF_A_PAGE) {
                    pages.add(open);
                    open = new ArrayList<>(List.of(open.getLast()));
                }
            }
        }
        if (open.size() > 1) {
            pages.add(open);
        }
        return pages;
    }

    private static void paragraphPage(ByteBuffer word, int at, List<Integer> ends) {
        int paragraphs = ends.size() - 1;
        int format = SECTOR - 6;
        for (int i = 0; i <= paragraphs; i++) {
            word.putInt(at + i * 4, ends.get(i));
        }
        for (int i = 0; i < paragraphs; i++) {
            word.put(at + (paragraphs + 1) * 4 + i * 13, (byte) (format / 2));
        }
        // A paragraph of style 0 without properties of its own.
        word.put(at + format + 1, (byte) 1);
        word.put(at + SECTOR - 1, (byte) paragraphs);
    }

    private static void head(ByteBuffer word, int letters, int afterText) {
        word.putShort(0, (short) 0xA5EC).putShort(2, (short) 0x00C1).putShort(6, (short) 0x0419);
        word.putShort(10, (short) 0x1200).putShort(12, (short) 0x00BF);
        word.putInt(24, FIRST_LETTER).putInt(28, afterText);
        word.putShort(32, (short) 14).putShort(62, (short) 22);
        word.putInt(64, word.capacity()).putInt(76, letters);
        word.putShort(152, (short) 93);
    }

    /// The second stream: styles, fonts, sections, pieces and what lies where.
    private static final class TableStream {
        /// Where a table lies; `index` counts the pairs of the file information block.
        record Offset(int index, int offset, int length) {}

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final List<Offset> offsets = new ArrayList<>();

        byte[] bytes() {
            return bytes.toByteArray();
        }

        List<Offset> offsets() {
            return List.copyOf(offsets);
        }

        void tables(int letters, int characterPage, List<List<Integer>> paragraphPages) {
            add(1, styles());
            add(6, little(20).putInt(0, 0).putInt(4, letters).putInt(10, -1));
            int last = FIRST_LETTER + 2 * letters;
            add(12, little(12).putInt(0, FIRST_LETTER).putInt(4, last).putInt(8, characterPage));
            ByteBuffer paragraphs = little(paragraphPages.size() * 8 + 4);
            for (List<Integer> page : paragraphPages) {
                paragraphs.putInt(page.getFirst());
            }
            paragraphs.putInt(last);
            for (int i = 0; i < paragraphPages.size(); i++) {
                paragraphs.putInt(characterPage + 1 + i);
            }
            add(13, paragraphs);
            add(15, fonts());
            add(31, little(544));
            ByteBuffer pieces =
                    little(21).put(0, (byte) 2).putInt(1, 16).putInt(9, letters).putInt(15, FIRST_LETTER);
            add(33, pieces);
        }

        private void add(int index, ByteBuffer table) {
            offsets.add(new Offset(index, bytes.size(), table.capacity()));
            var copy = new byte[table.capacity()];
            table.get(0, copy);
            bytes.writeBytes(copy);
        }

        private static ByteBuffer styles() {
            byte[] name = "Normal".getBytes(StandardCharsets.UTF_16LE);
            int size = 10 + 2 + name.length + 2 + 2 + 2 + 2;
            ByteBuffer styles = little(2 + 18 + 2 + size + 2 * (STYLES - 1));
            styles.putShort((short) 18);
            styles.putShort((short) STYLES)
                    .putShort((short) 10)
                    .putShort((short) 1)
                    .putShort((short) 91);
            styles.putShort((short) STYLES).putShort((short) 0);
            styles.putShort((short) 0).putShort((short) 0).putShort((short) 0);
            styles.putShort((short) size);
            // A paragraph style that is based on none (0xFFF) and has two sets of properties.
            styles.putShort((short) 0)
                    .putShort((short) 0xFFF1)
                    .putShort((short) 2)
                    .putShort((short) size)
                    .putShort((short) 0);
            styles.putShort((short) (name.length / 2)).put(name).putShort((short) 0);
            styles.putShort((short) 2).putShort((short) 0).putShort((short) 0);
            return styles;
        }

        private static ByteBuffer fonts() {
            byte[] name = "Times New Roman\0".getBytes(StandardCharsets.UTF_16LE);
            ByteBuffer fonts = little(4 + 40 + name.length);
            fonts.putShort(0, (short) 1).put(4, (byte) (39 + name.length)).put(5, (byte) 0x16);
            fonts.putShort(6, (short) 400);
            fonts.position(44);
            return fonts.put(name);
        }

        private static ByteBuffer little(int size) {
            return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
