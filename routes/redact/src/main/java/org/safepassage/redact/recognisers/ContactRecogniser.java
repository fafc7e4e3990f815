package org.safepassage.redact.recognisers;

import java.util.List;

/// E-mail addresses, plain and veiled ("name at host dot by"), URLs, and handles on social networks and messengers.
public final class ContactRecogniser extends PatternRecogniser {
    private static final String AT =
            "(?:[ ]?(?:@|\\(at\\)|\\[at\\]|\\(собака\\)|\\[собака\\])[ ]?|[ ](?:at|собака)[ ])";
    private static final String DOT =
            "(?:\\.|[ ]?(?:\\(dot\\)|\\[dot\\]|\\(точка\\)|\\[точка\\])[ ]?|[ ](?:dot|точка|кропка)[ ])";
    /// The sign between name and host, as far as a host follows it.
    private static final String AT_HOST =
            "(?:@|\\(at\\)|\\[at\\]|\\(собака\\)|\\[собака\\]|[ ](?:at|собака)[ ])[ ]?[\\p{L}\\d-]{1,63}(?:\\.|[ ]?[(\\[]|[ ](?:dot|точка|кропка)[ ])";
    /// Chars of the longest name before the sign, and a space.
    private static final int LONGEST_NAME = 66;

    private static final String NETWORK =
            "(?:t\\.me|telegram\\.me|vk\\.com|vkontakte\\.ru|instagram\\.com|facebook\\.com|fb\\.com|fb\\.me|twitter\\.com|x\\.com|ok\\.ru|"
                    + "tiktok\\.com|youtube\\.com|linkedin\\.com|wa\\.me|viber\\.click|linktr\\.ee|github\\.com)";

    /// For the service loader.
    public ContactRecogniser() {
        super(
                "contact",
                List.of(
                        Shape.of(
                                        "(?<![\\p{L}\\d._%+-])[\\p{L}\\d][\\p{L}\\d._%+-]{0,63}" + AT
                                                + "[\\p{L}\\d-]{1,63}(?:" + DOT + "[\\p{L}\\d-]{1,63}){0,4}" + DOT
                                                + "\\p{L}{2,24}(?![\\p{L}\\d@])",
                                        "CONTACT.EMAIL",
                                        0.97)
                                .near(AT_HOST, LONGEST_NAME),
                        Shape.of("(?:https?|ftps?|tg)://[^\\s<>\"'»”)\\]]{3,500}(?<![.,;:!?])", "CONTACT.URL", 0.95),
                        Shape.of(
                                "(?<![\\p{L}\\d.@])(?:www\\.|m\\.)?" + NETWORK
                                        + "/[^\\s<>\"'»”)\\],;]{2,200}(?<![.:!?])",
                                "CONTACT.SOCIAL",
                                0.97),
                        Shape.of("(?<![\\p{L}\\d.@])www\\.[^\\s<>\"'»”)\\],;]{3,200}(?<![.:!?])", "CONTACT.URL", 0.9),
                        Shape.of(
                                "(?<![\\p{L}\\d._%+@/-])@[a-zа-яіў_][\\p{L}\\d_.]{2,40}(?<!\\.)",
                                "CONTACT.SOCIAL", 0.9),
                        Shape.of(
                                "(?:telegram|телеграм\\p{L}?|тэлеграм\\p{L}?|instagram|инстаграм\\p{L}?|інстаграм\\p{L}?|skype|скайп\\p{L}?|vk|вк|вконтакте|"
                                        + "facebook|фейсбук\\p{L}?|twitter|твиттер\\p{L}?|tiktok|signal|discord|viber)[ ]?[:—-][ ]?(?<it>[a-z][a-z0-9_.]{3,40}[a-z0-9_])",
                                "CONTACT.SOCIAL",
                                0.85)));
    }
}
