package org.safepassage.connectors.json;

import java.util.Arrays;

/// Finds the next page in `Link` headers (RFC 8288): `<https://partner.example/cases?page=2>; rel="next"`.
final class LinkHeader {
    private LinkHeader() {}

    /// The address whose relation is `next`, or empty.
    static String next(String header) {
        int at = header.indexOf('<');
        while (at >= 0) {
            int close = header.indexOf('>', at);
            if (close < 0) {
                return "";
            }
            int end = end(header, close + 1, ',');
            if (isNext(header.substring(close + 1, end))) {
                return header.substring(at + 1, close).strip();
            }
            at = header.indexOf('<', end);
        }
        return "";
    }

    /// Where a character stands outside quotation marks; the length when nowhere.
    private static int end(String text, int from, char wanted) {
        boolean quoted = false;
        for (int at = from; at < text.length(); at++) {
            char here = text.charAt(at);
            if (here == '"' && (at == 0 || text.charAt(at - 1) != '\\')) {
                quoted = !quoted;
            } else if (here == wanted && !quoted) {
                return at;
            }
        }
        return text.length();
    }

    private static boolean isNext(String parameters) {
        for (int at = 0; at < parameters.length(); ) {
            int end = end(parameters, at, ';');
            String[] pair = parameters.substring(at, end).split("=", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("rel")) {
                String relations = pair[1].strip().replace("\"", "");
                return Arrays.stream(relations.split("\\s+")).anyMatch("next"::equalsIgnoreCase);
            }
            at = end + 1;
        }
        return false;
    }
}
