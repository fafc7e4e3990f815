package org.safepassage.redact.recognisers;

/// The folded spelling in which forms are compared within one script: lower case, ё and э as е, ў as в, ґ as г, і as и,
/// no apostrophe. Belarusian and Russian spellings meet in it more often than not.
final class Folding {
    private Folding() {}

    static String of(CharSequence word) {
        var folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = Character.toLowerCase(word.charAt(i));
            switch (c) {
                case 'ё', 'э', 'є' -> folded.append('е');
                case 'і', 'ї' -> folded.append('и');
                case 'ў' -> folded.append('в');
                case 'ґ' -> folded.append('г');
                case '\'', 'ъ' -> {}
                default -> folded.append(c);
            }
        }
        return folded.toString();
    }
}
