package org.safepassage.rehearsal.sample.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.safepassage.rehearsal.sample.documents.Document.Page;
import org.safepassage.rehearsal.sample.documents.Document.Paragraph;

/// Writes Excel 2007 workbooks: a row a paragraph, cells parted by ` | `, and a hidden sheet with the note.
final class XlsxFile {
    private XlsxFile() {}

    static byte[] write(Document document) {
        try (var book = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("1");
            int number = 0;
            for (Page page : document.pages()) {
                for (Paragraph paragraph : page.paragraphs()) {
                    row(sheet.createRow(number++), paragraph.text());
                }
            }
            row(book.createSheet("2").createRow(0), document.note());
            book.setSheetVisibility(1, SheetVisibility.HIDDEN);
            var properties = book.getProperties();
            properties.getCoreProperties().setCreator(document.author());
            properties.getCoreProperties().setTitle(document.title());
            properties.getCoreProperties().setCreated(DocxFile.FIXED_TIME);
            properties.getCoreProperties().setModified(DocxFile.FIXED_TIME);
            book.write(bytes);
            return FixedZip.again(bytes.toByteArray());
        } catch (IOException | InvalidFormatException e) {
            throw new UncheckedIOException(new IOException("XLSX not written", e));
        }
    }

    private static void row(XSSFRow row, String text) {
        int column = 0;
        for (String cell : text.split(" \\| ", -1)) {
            row.createCell(column++).setCellValue(cell);
        }
    }
}
