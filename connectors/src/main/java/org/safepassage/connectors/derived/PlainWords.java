package org.safepassage.connectors.derived;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a text of an operator's Kamelet is no more than text. Camel gives some texts a meaning of their own, in
/// endpoint options and bean properties alike; none of them has a use in a connector that hands on parameters.
final class PlainWords {
    private static final int LONGEST = 20_000;

    private record Rule(Pattern refused, String message) {}

    private static final List<Rule> RULES = List.of(
            new Rule(
                    Pattern.compile("\\{\\{"),
                    "only a whole value may be a placeholder, and only {{parameter}} of the Kamelet's own definition;"
                            + " {{env:…}}, {{sys:…}} and other functions are refused: give it as a parameter"),
            new Rule(
                    Pattern.compile("\\$\\{|\\$simple\\{|#\\{"),
                    "expressions and ${…} are refused in a Kamelet; write ${NAME} in the partner's file and hand it"
                            + " on as a parameter"),
            new Rule(
                    Pattern.compile("^\\s*#|#(?i:bean|class|type|autowired|property|valueAs|resource)\\b"),
                    "references to beans, classes and properties (#…) are refused; write a plain value"),
            new Rule(
                    Pattern.compile("(?i)\\bRAW\\s*[({]"),
                    "RAW(…) is refused; the value is handed on as it is written, without it"),
            new Rule(
                    Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY|://[^/\\s@]*:[^/\\s@]*@"
                            + "|(?i:[?&;](password|passwd|pwd|secret|token)=)"),
                    "looks like a secret in clear; make it a parameter with format: password and give it by"
                            + " reference in the partner's file"));

    private PlainWords() {}

    /// Why the text is refused; nothing when it is plain.
    static Optional<String> complaint(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("is longer than " + LONGEST + " characters; shorten it");
        }
        if (text.codePoints().anyMatch(PlainWords::deceives)) {
            return Optional.of("holds an invisible or direction-changing character; type the text anew");
        }
        return RULES.stream()
                .filter(rule -> rule.refused().matcher(text).find())
                .map(Rule::message)
                .findFirst();
    }

    private static boolean deceives(int point) {
        int type = Character.getType(point);
        return (type == Character.CONTROL && point != '\n' && point != '\t')
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE;
    }
}
