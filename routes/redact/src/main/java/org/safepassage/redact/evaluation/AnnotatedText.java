package org.safepassage.redact.evaluation;

import java.util.List;
import java.util.stream.Stream;
import org.safepassage.schemas.Person;

/// A text with everything in it that points to somebody.
///
/// @param id unique in its corpus
/// @param caseId texts of one case share it; the id itself where the corpus knows no cases
/// @param language BCP 47 tag
/// @param text the words
/// @param mentions in any order, overlaps allowed
/// @param persons whom the case's record names; empty when there is no record
public record AnnotatedText(
        String id, String caseId, String language, String text, List<AnnotatedMention> mentions, List<Person> persons) {
    public AnnotatedText {
        mentions = List.copyOf(mentions);
        persons = List.copyOf(persons);
    }

    boolean records(String entity) {
        return persons.stream().anyMatch(person -> person.id().equals(entity));
    }

    /// What is special about a mention, and the script in which it is written.
    List<String> slices(AnnotatedMention mention) {
        Script script = Script.of(text, mention.start(), mention.end());
        return Stream.concat(mention.slices().stream().sorted(), Stream.of(script.label()))
                .toList();
    }

    AnnotatedText with(String newText, List<AnnotatedMention> newMentions) {
        return new AnnotatedText(id, caseId, language, newText, newMentions, persons);
    }

    @Override
    public String toString() {
        return "AnnotatedText[" + id + "]";
    }
}
