package org.safepassage.rehearsal.sample.documents;

import java.util.List;
import org.safepassage.rehearsal.sample.people.Language;
import org.safepassage.rehearsal.sample.truth.Planted;

/// A composed document before it gets a format. Immutable.
///
/// @param title the heading on page one and the title in its properties
/// @param language of the whole
/// @param author for the properties
/// @param header running head
/// @param note a margin note or comment
/// @param pages what stands on each page
/// @param planted what was planted and in which of the places `text`, `header`, `note`, `author`, `title`
public record Document(
        String title,
        Language language,
        String author,
        String header,
        String note,
        List<Page> pages,
        List<Planted> planted) {
    public Document {
        pages = List.copyOf(pages);
        planted = List.copyOf(planted);
    }

    /// What stands on one page.
    public record Page(List<Paragraph> paragraphs) {
        public Page {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /// One paragraph; headings are set in bold.
    public record Paragraph(boolean heading, String text) {}

    /// All words of the pages, paragraphs parted by a line break and pages by a form feed.
    public String text() {
        return String.join(
                "\f",
                pages.stream()
                        .map(page -> String.join(
                                "\n",
                                page.paragraphs().stream().map(Paragraph::text).toList()))
                        .toList());
    }

    /// The same as an old typewriter or terminal has it: no number sign, no angle quotes, no long dash.
    public Document typewritten() {
        return new Document(
                typewritten(title),
                language,
                author,
                header,
                note,
                pages.stream()
                        .map(page -> new Page(page.paragraphs().stream()
                                .map(paragraph -> new Paragraph(paragraph.heading(), typewritten(paragraph.text())))
                                .toList()))
                        .toList(),
                planted.stream()
                        .map(form -> form.written(typewritten(form.value())))
                        .toList());
    }

    private static String typewritten(String text) {
        return text.replace("№", "N")
                .replace('«', '"')
                .replace('»', '"')
                .replace('—', '-')
                .replace('×', 'x');
    }
}
