package org.safepassage.redact.reviews;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.recognisers.LinkStrength;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Mention;

/// The review record of a text. Stateless; safe to share.
public final class TextReview {
    private TextReview() {}

    /// The record of a text's mentions under what a recipient may see.
    ///
    /// @param passages of the text with their pages; may be empty
    public static ReviewRecord of(
            CaseText text, List<Extraction.Passage> passages, List<Mention> mentions, Allowance allowance) {
        NavigableMap<Integer, Integer> pages = new TreeMap<>();
        passages.forEach(passage -> pages.put(passage.start(), passage.page()));
        var found = new ArrayList<ReviewRecord.Found>();
        for (Mention mention : mentions) {
            var page = pages.floorEntry(mention.start());
            found.add(new ReviewRecord.Found(
                    found.size() + 1,
                    mention.type(),
                    mention.person(),
                    mention.role(),
                    mention.confidence(),
                    mention.recogniser(),
                    evidence(mention),
                    ReviewRecord.Place.ofText(page == null ? 0 : page.getValue(), mention.start(), mention.end()),
                    allowance.policy().action(mention, allowance.permitted(), LinkStrength.SURE)));
        }
        return new ReviewRecord(
                ReviewRecord.SCHEMA,
                text.id(),
                ReviewRecord.Kind.TEXT,
                text.language(),
                text.text().codePointCount(0, text.text().length()),
                allowance.policy().name(),
                found);
    }

    static String evidence(Mention mention) {
        String link = mention.person() == null
                ? "linked to nobody"
                : mention.confidence() >= LinkStrength.SURE ? "linked for certain" : "linked, not for certain";
        return layer(mention.recogniser()) + "; " + link;
    }

    /// What kind of rule a recogniser goes by.
    private static String layer(String recogniser) {
        return switch (recogniser) {
            case "known-name", "known-identifier" -> "the record names it";
            case "known-elsewhere" -> "another place of the case tells what it is";
            case "learned-name", "learned-identifier", "learned-classifier" ->
                "a model that has learned from texts takes it so";
            case "person-pattern" -> "found by its form and the words beside it, or revealed by another text";
            case "unexplained-word" -> "a word with a capital that no dictionary knows, or the rest of a name";
            case "turned-text" -> "written backwards under an override";
            default -> "found by its form";
        };
    }
}
