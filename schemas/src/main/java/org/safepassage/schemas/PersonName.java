package org.safepassage.schemas;

/// One name of a person, whole and, where the record gives them, in its parts. An absent part is the empty string.
///
/// @param full the name as written by the partner, for example `Іваноў Пётр Сяргеевіч`
/// @param surname family name in its base form
/// @param given given name
/// @param patronymic patronymic
public record PersonName(String full, String surname, String given, String patronymic) {
    /// A name of which only the whole is known.
    public static PersonName of(String full) {
        return new PersonName(full, "", "", "");
    }

    @Override
    public String toString() {
        return "PersonName[…]";
    }
}
