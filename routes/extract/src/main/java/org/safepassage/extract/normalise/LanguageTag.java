package org.safepassage.extract.normalise;

import java.util.Locale;
import java.util.Map;

/// One form for the names of languages: BCP 47 tags.
public final class LanguageTag {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("bel", "be"),
            Map.entry("blr", "be"),
            Map.entry("by", "be"),
            Map.entry("belarusian", "be"),
            Map.entry("belarussian", "be"),
            Map.entry("бел", "be"),
            Map.entry("беларуская", "be"),
            Map.entry("белорусский", "be"),
            Map.entry("rus", "ru"),
            Map.entry("russian", "ru"),
            Map.entry("рус", "ru"),
            Map.entry("руская", "ru"),
            Map.entry("русский", "ru"),
            Map.entry("eng", "en"),
            Map.entry("english", "en"),
            Map.entry("англ", "en"),
            Map.entry("англійская", "en"),
            Map.entry("английский", "en"),
            Map.entry("ukr", "uk"),
            Map.entry("ua", "uk"),
            Map.entry("ukrainian", "uk"),
            Map.entry("укр", "uk"),
            Map.entry("украінская", "uk"),
            Map.entry("украинский", "uk"),
            Map.entry("українська", "uk"));

    private LanguageTag() {}

    /// The tag of a language named in any common way, `und` when it is none that is known.
    public static String read(String named) {
        String plain = named.strip().toLowerCase(Locale.ROOT).replaceAll("[. ]+(мова|язык|language)?$", "");
        String known = NAMES.get(plain);
        if (known != null) {
            return known;
        }
        String tag = Locale.forLanguageTag(plain.replace('_', '-')).toLanguageTag();
        return tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? tag : "und";
    }
}
