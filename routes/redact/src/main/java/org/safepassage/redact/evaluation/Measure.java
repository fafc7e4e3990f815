package org.safepassage.redact.evaluation;

/// What a figure counts. A *word* is a run of letters and digits. A mention *leaks* when any letter or digit of it is
/// not
/// covered, titles and function words inside it apart, which may stay (see `Uncounted`). A word is *masked* when any
/// part of it is covered, since a redaction widens to whole words. *Other* words lie in no annotated mention of the
/// kind
/// in question.
///
/// Corpora that annotate persons alone cannot tell whether a masked date should have stayed. So for names only finds
/// of the PERSON family count as masking; the same over finds of every type is told beside it, as `any type`.
public enum Measure {
    /// Names of persons of which something stays, over names; covered by finds of persons.
    LEAK("mention leak"),
    /// Mentions of which something stays, over mentions; covered by finds of any type.
    LEAK_ANY("mention leak, any type"),
    /// Texts with a leaking name, over texts with a name.
    LEAKING_TEXTS("texts with a leak"),
    /// Words outside names of persons and outside contacts (an address for mail may hold a name) that a find of a
    /// person
    /// touches, over such words.
    OTHER_WORDS("other words masked"),
    /// Words outside all annotated mentions that a find of any type touches, over such words.
    OTHER_WORDS_ANY("other words masked, any type"),
    /// Entities with a mention that identifies directly, of which no mention leaks, over such entities of a text.
    DIRECT("entity recall, direct"),
    /// The same for entities that identify together with others.
    QUASI("entity recall, quasi"),
    /// Masked words that lie in a mention which must go, over masked words.
    PRECISION("token precision"),
    /// Names of recorded persons that the layer of known identities covers and does not link to somebody else alone.
    KNOWN("known names found"),
    /// Names of recorded persons that the layer links to that person.
    KNOWN_LINKED("known names linked"),
    /// Names of recorded persons that the layer links to others alone.
    KNOWN_CONFUSED("known names linked wrongly"),
    /// Words outside names of persons and outside contacts that the layer touches, over such words.
    KNOWN_FALSE("other words hit by known"),
    /// Names of persons who may not be named of which something stays after redaction, over such names.
    WRONGLY_KEPT("wrongly kept"),
    /// Names of recorded perpetrators who stay named by the policy that are not whole after redaction, over such names.
    WRONGLY_REMOVED("perpetrator wrongly removed"),
    /// Names replaced by a code, of which the code is that person's, over names replaced by a code.
    OWN_PSEUDONYM("pseudonym is the person's"),
    /// Persons who have one code throughout a case, over persons with a code.
    ONE_PSEUDONYM("one pseudonym per person"),
    /// Codes that stand for one person only, over codes that one recipient is shown.
    ONE_PERSON("one person per pseudonym"),
    /// Persons whom two recipients know by one code, over persons with a code.
    SHARED_PSEUDONYM("one pseudonym at two recipients"),
    /// Planted identities of persons who may not be named of which a form stands in a rendition, over such forms.
    PLANTED_LEFT("planted identities left"),
    /// Consignments that the exit check holds, over consignments.
    CHECK_HELD("held by the exit check"),
    /// Faces of 24 pixels and more of which nine tenths lie under boxes for faces, over such faces.
    FACES("faces covered"),
    /// Pictures that a doubt holds for a person, over pictures.
    FACES_HELD("pictures held for a doubt"),
    /// Pictures with a face that is not covered and that no doubt holds, over pictures.
    FACES_UNHELD("pictures with a face, not held"),
    /// Boxes for faces that touch no face, over boxes for faces.
    FALSE_FACES("boxes where no face is");

    private final String label;

    Measure(String label) {
        this.label = label;
    }

    /// As the table says it.
    public String label() {
        return label;
    }
}
