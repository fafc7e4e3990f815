package org.safepassage.rehearsal.sample.network;

import java.util.Locale;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// The partners' own words for what the hub has words of its own for. The mappings in config/mappings translate them
/// back.
final class Words {
    private Words() {}

    /// Lower case with hyphens: `alleged-perpetrator`.
    static String plain(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String russian(Role role) {
        return switch (role) {
            case COMPLAINANT -> "заявитель";
            case WITNESS -> "свидетель";
            case RELATIVE -> "родственник";
            case ALLEGED_PERPETRATOR -> "предполагаемый нарушитель";
            case INTERVIEWER -> "интервьюер";
            case MEDICAL_STAFF -> "медик";
            case LAWYER -> "адвокат";
            case OTHER -> "иное лицо";
        };
    }

    /// The share's people speak of victims and officers.
    static String shared(Role role) {
        return switch (role) {
            case COMPLAINANT -> "victim";
            case ALLEGED_PERPETRATOR -> "officer";
            case RELATIVE -> "family";
            case MEDICAL_STAFF -> "medic";
            default -> plain(role);
        };
    }

    static String russian(Exhibit.Kind kind) {
        return switch (kind) {
            case INTERVIEW -> "интервью";
            case MEDICAL_DOCUMENT -> "медицинский документ";
            case DOCUMENT -> "документ";
            case PHOTOGRAPH -> "фото";
            case VIDEO -> "видео";
            case AUDIO -> "аудио";
            case OTHER -> "прочее";
        };
    }

    static String russian(Identifier.Type type) {
        return switch (type) {
            case PHONE -> "телефон";
            case EMAIL -> "почта";
            case SOCIAL_HANDLE -> "соцсети";
            case ADDRESS -> "адрес";
            case PASSPORT -> "паспорт";
            case PERSONAL_NUMBER -> "личный номер";
            case VEHICLE_PLATE -> "автомобиль";
            case BIRTH_DATE -> "дата рождения";
            case WORKPLACE -> "место работы";
            case MEDICAL_RECORD -> "медкарта";
            case OTHER -> "иное";
        };
    }

    static String russian(String eventOrCategory) {
        return switch (eventOrCategory) {
            case "arrest" -> "задержание";
            case "detention" -> "содержание под стражей";
            case "ill-treatment" -> "жестокое обращение";
            case "threat" -> "угроза";
            case "torture" -> "пытки";
            case "arbitrary-detention" -> "произвольное задержание";
            default -> throw new IllegalArgumentException("no Russian word for " + eventOrCategory);
        };
    }

    static String letter(Sex sex) {
        return sex == Sex.FEMALE ? "F" : "M";
    }
}
