package org.safepassage.connectors.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An address or a body with places to fill in: `{name}` for a value the door knows, `{/pointer}` for one
/// from the record. In an address every value is encoded, so that no record can lead elsewhere, unless the
/// whole template is one place: then the value is an address itself.
///
/// @param text as it is configured
public record Template(String text) {
    private static final Pattern PLACE = Pattern.compile("\\{(/[^{}]+|[a-z]+)}");

    /// Whether only these names and pointers are used.
    boolean uses(List<String> names) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .allMatch(name -> name.startsWith("/") || names.contains(name));
    }

    /// As an address, relative or not.
    String address(Map<String, String> values, JsonNode node) {
        boolean whole = PLACE.matcher(text).matches();
        return fill(values, node, whole ? UnaryOperator.identity() : Template::encoded);
    }

    /// As the inside of a JSON document, whose quotes stand in the template.
    String json(Map<String, String> values, JsonNode node) {
        return fill(values, node, value -> {
            char[] quoted = JsonStringEncoder.getInstance().quoteAsString(value);
            return new String(quoted);
        });
    }

    private String fill(Map<String, String> values, JsonNode node, UnaryOperator<String> written) {
        Matcher places = PLACE.matcher(text);
        return places.replaceAll(place -> {
            String name = place.group(1);
            String value = name.startsWith("/") ? node.at(name).asText() : values.getOrDefault(name, "");
            return Matcher.quoteReplacement(written.apply(value));
        });
    }

    /// For one part of a path or one value of a query; dots alone would be folders.
    static String encoded(String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.matches("\\.{1,2}") ? encoded.replace(".", "%2E") : encoded;
    }
}
