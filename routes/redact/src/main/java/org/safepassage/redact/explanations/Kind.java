package org.safepassage.redact.explanations;

import java.util.List;
import org.safepassage.redact.policies.Action;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.policies.PseudonymStyle;

/// A type of mention with its plain word.
record Kind(String type, String plural) {
    /// Families first, each before its finer types.
    static final List<Kind> ALL = List.of(
            new Kind("PERSON", "names"),
            new Kind("LOCATION", "places"),
            new Kind("LOCATION.ADDRESS", "addresses"),
            new Kind("LOCATION.COORDINATES", "coordinates"),
            new Kind("ORGANISATION", "organisations"),
            new Kind("ORGANISATION.WORKPLACE", "places of work and study"),
            new Kind("DATE", "dates"),
            new Kind("DATE.BIRTH", "dates of birth"),
            new Kind("CODE", "numbers of documents, cases and devices"),
            new Kind("CONTACT", "phones, addresses for mail and accounts"),
            new Kind("DEMOGRAPHIC", "personal details"),
            new Kind("DEMOGRAPHIC.SEX", "the sex, as far as the code's word tells it"),
            new Kind("DEMOGRAPHIC.PROFESSION", "professions"),
            new Kind("QUANTITY", "amounts"),
            new Kind("QUANTITY.AGE", "ages"));

    /// A finer type that only this policy speaks of.
    static Kind of(String type) {
        return ALL.stream().filter(kind -> kind.type().equals(type)).findFirst().orElseGet(() -> new Kind(type, type));
    }

    boolean isFiner() {
        return type.indexOf('.') > 0;
    }

    Kind family() {
        return of(type.substring(0, type.indexOf('.')));
    }

    /// What becomes of it, as the end of a sentence.
    String fate(Action action, Policy policy) {
        return switch (action) {
            case REMOVE -> "are removed";
            case MASK -> "are blacked out, letter by letter";
            case PSEUDONYM ->
                "become a code, the same in all files for this recipient"
                        + (policy.pseudonyms() == PseudonymStyle.ROLE ? ", beside the person's role" : "");
            case GENERALISE -> coarser(policy);
            case KEEP -> type.equals("PERSON") ? "stay where it is certain whose they are" : "stay";
        };
    }

    private String coarser(Policy policy) {
        String family = isFiner() ? family().type() : type;
        String told = switch (family) {
            case "DATE" ->
                "by the " + (type.equals("DATE.BIRTH") ? "year" : policy.dates().code());
            case "LOCATION" -> "by the " + policy.generalising().places().code();
            case "QUANTITY" -> "by bands of years, where they are ages";
            case "DEMOGRAPHIC" -> "by groups, where they are professions";
            default -> "";
        };
        return told.isEmpty() ? "are removed" : "are told " + told + "; what has no such form is removed";
    }
}
