package org.safepassage.rehearsal.sample.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.documents.Document;
import org.safepassage.rehearsal.sample.documents.Document.Page;
import org.safepassage.rehearsal.sample.documents.Document.Paragraph;
import org.safepassage.rehearsal.sample.people.Language;

/// Composes one document about one scene: a title and particulars first, then paragraphs until the asked pages are
/// full, a signature last. A phrase returns only when all others of its section have been used.
public final class Composer {
    private static final List<String> TOPICS =
            List.of("before", "arrest", "transport", "station", "beating", "cell", "court", "after", "people");
    private static final int LINE = 80;
    private static final int LINES_OF_A_PAGE = 41;
    private static final int LINES_OF_A_FOOT = 4;

    private final Narrator narrator;
    private final Phrasebook phrases;
    private final Language language;
    private final Dice dice;
    private final Map<String, Deque<String>> unused = new HashMap<>();

    /// A composer for one document.
    public Composer(Scene scene, Language language, Dice dice) {
        this.narrator = new Narrator(scene, language, dice);
        this.phrases = Phrasebook.of(language);
        this.language = language;
        this.dice = dice;
    }

    /// The document, of exactly this many pages.
    public Document compose(DocumentKind kind, int pages) {
        String title = narrator.say("text", next("title." + kind.word()));
        var composed = new ArrayList<Page>();
        for (int number = 0; number < pages; number++) {
            composed.add(page(kind, title, number, pages));
        }
        String author = narrator.say("author", "{I gs nom}");
        String header = narrator.say("header", next("header"));
        String note = narrator.say("note", next("note"));
        var planted = new ArrayList<>(narrator.planted());
        narrator.planted().stream()
                .filter(form -> title.contains(form.value()))
                .forEach(form -> planted.add(form.at("title")));
        return new Document(title, language, author, header, note, composed, planted);
    }

    private Page page(DocumentKind kind, String title, int number, int pages) {
        var paragraphs = new ArrayList<Paragraph>();
        if (number == 0) {
            paragraphs.add(new Paragraph(true, title));
            said("head." + kind.word()).forEach(text -> paragraphs.add(new Paragraph(false, text)));
        }
        if (kind == DocumentKind.SHEET) {
            said("row").forEach(text -> paragraphs.add(new Paragraph(false, text)));
            return new Page(paragraphs);
        }
        boolean last = number == pages - 1;
        int room = last ? LINES_OF_A_PAGE - LINES_OF_A_FOOT - (pages == 1 ? dice.below(12) : 0) : LINES_OF_A_PAGE;
        while (true) {
            int before = narrator.planted().size();
            List<Paragraph> more = kind.body().isEmpty() ? asked(number, pages, paragraphs) : List.of(told(kind));
            if (lines(paragraphs) + lines(more) > room) {
                narrator.keepOnly(before);
                break;
            }
            paragraphs.addAll(more);
        }
        if (last) {
            said("foot." + kind.word()).forEach(text -> paragraphs.add(new Paragraph(false, text)));
        }
        return new Page(paragraphs);
    }

    /// A question and its answer; the topics follow each other through the whole document.
    private List<Paragraph> asked(int number, int pages, List<Paragraph> before) {
        double done = (number + (double) lines(before) / LINES_OF_A_PAGE) / pages;
        String topic = TOPICS.get(Math.min(TOPICS.size() - 1, (int) (done * TOPICS.size())));
        return List.of(
                new Paragraph(true, narrator.say("text", next("ask." + topic))),
                new Paragraph(false, sentences("say." + topic, dice.between(2, 4))));
    }

    private Paragraph told(DocumentKind kind) {
        return new Paragraph(false, sentences(dice.pick(kind.body()), dice.between(1, 3)));
    }

    private String sentences(String section, int count) {
        var said = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            said.add(narrator.say("text", next(section)));
        }
        return String.join(" ", said);
    }

    /// Every fitting phrase of a section that need not exist.
    private List<String> said(String section) {
        return phrases.sections().contains(section)
                ? phrases.section(section).stream()
                        .filter(narrator::fits)
                        .map(phrase -> narrator.say("text", phrase))
                        .toList()
                : List.of();
    }

    private String next(String section) {
        Deque<String> left = unused.computeIfAbsent(section, name -> new ArrayDeque<>());
        if (left.isEmpty()) {
            left.addAll(dice.shuffled(
                    phrases.section(section).stream().filter(narrator::fits).toList()));
        }
        return left.removeFirst();
    }

    private static int lines(List<Paragraph> paragraphs) {
        return paragraphs.stream()
                .mapToInt(each -> 1 + each.text().length() / LINE)
                .sum();
    }
}
