package org.safepassage.rehearsal.sample.network;

import java.util.List;
import org.safepassage.rehearsal.sample.people.Language;

/// What a file is called by each partner: Latin words on disk, the language's own words in ZIP bundles.
enum FileWord {
    INTERVIEW("interview", "intervyu", "Інтэрв'ю", "Интервью"),
    MEDICAL("medical", "spravka", "Даведка", "Справка"),
    DOCUMENT("document", "dokument", "Дакумент", "Документ"),
    MAIL("mail", "pismo", "Ліст", "Письмо"),
    TABLE("table", "spisok", "Спіс", "Список"),
    PHOTOGRAPH("photo", "foto", "Фота", "Фото"),
    VIDEO("video", "video", "Відэа", "Видео"),
    OTHER("file", "fail", "Файл", "Файл");

    private static final List<FileWord> PAPERS = List.of(INTERVIEW, MEDICAL, DOCUMENT, MAIL, TABLE);

    private final String english;
    private final String spelt;
    private final String belarusian;
    private final String russian;

    FileWord(String english, String spelt, String belarusian, String russian) {
        this.english = english;
        this.spelt = spelt;
        this.belarusian = belarusian;
        this.russian = russian;
    }

    String in(Partner partner, Language language) {
        return switch (partner) {
            case CASEBASE -> english;
            case FIELDNOTES -> spelt;
            case SHAREHUB ->
                switch (language) {
                    case BE -> belarusian;
                    case RU -> russian;
                    case EN -> english;
                };
        };
    }

    /// The folder inside the case, with its slash; empty at the partner who keeps everything together.
    String folder(Partner partner, Language language) {
        boolean paper = PAPERS.contains(this);
        return switch (partner) {
            case CASEBASE -> "";
            case FIELDNOTES -> paper ? "dokumenty/" : this == OTHER ? "prochee/" : "foto/";
            case SHAREHUB ->
                switch (language) {
                    case BE -> paper ? "Дакументы/" : "Медыя/";
                    case RU -> paper ? "Документы/" : "Медиа/";
                    case EN -> paper ? "documents/" : "media/";
                };
        };
    }
}
