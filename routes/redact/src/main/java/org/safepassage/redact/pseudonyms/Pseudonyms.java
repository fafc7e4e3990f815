package org.safepassage.redact.pseudonyms;

import org.safepassage.schemas.Sex;

/// The codes under which one recipient knows persons. Implementations are safe to use from several threads.
public interface Pseudonyms {
    /// The pseudonym of an entity in a language: `Person K7R2`, `Асоба K7R2`, `Лицо K7R2`. The same entity always has
    /// the same code, whatever the language.
    ///
    /// @param entityKey the case file and person id, or another key that means one entity; never a name
    /// @param type mention type, `PERSON` or finer
    /// @param sex for the grammar
    /// @param language BCP 47 tag of the text in which it will stand
    String of(String entityKey, String type, Sex sex, String language);

    /// The pseudonym as it stands in a sentence, with the role's word in gender and case where `wording` tells a role.
    ///
    /// @param entityKey as above
    /// @param type mention type
    default String in(String entityKey, String type, Wording wording) {
        return of(entityKey, type, wording.sex(), wording.language());
    }
}
